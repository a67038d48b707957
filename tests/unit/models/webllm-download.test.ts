import { expect, test } from 'vitest';
import { downloadModel } from '../../../src/models/webllm/download-model.ts';
import type { Progress } from '../../../src/run/ports.ts';
import { fakeCaches } from '../../fakes/fake-caches.ts';
import { fakeServer, FILES, MODEL_ID, modelOf } from './webllm-harness.ts';
import type { FakeServer } from './webllm-harness.ts';

const MODEL = modelOf(MODEL_ID);

function download(
  server: FakeServer,
  { caches = fakeCaches(), signal = new AbortController().signal, seen = [] as Progress[] } = {},
) {
  const onProgress = (progress: Progress) => void seen.push(progress);
  return downloadModel(MODEL, { fetch: server.fetch, caches }, { signal, onProgress });
}

test('fetches every file of the model once, and nothing the second time', async () => {
  const caches = fakeCaches();
  const first = fakeServer();
  await download(first, { caches });
  expect([...first.asked].sort()).toEqual(Object.keys(FILES).sort());
  const second = fakeServer();
  await download(second, { caches });
  expect(second.asked).toEqual([]);
});

test('counts bytes up to the whole', async () => {
  const seen: Progress[] = [];
  await download(fakeServer(), { seen });
  expect(seen.at(-1)).toEqual({
    phase: 'download',
    loadedBytes: 2000,
    totalBytes: 2000,
    ratio: 1,
  });
  const loaded = seen.map(({ loadedBytes }) => loadedBytes ?? 0);
  expect(loaded).toEqual([...loaded].sort((a, b) => a - b));
});

test('a missing model is said, and nothing is kept', async () => {
  const caches = fakeCaches();
  const missing = fakeServer({ 'mlc-chat-config.json': () => new Response('', { status: 404 }) });
  await expect(download(missing, { caches })).rejects.toMatchObject({
    code: 'bad-file',
    message: expect.stringContaining('no such model'),
  });
  await expect(download(fakeServer(), { caches })).resolves.toHaveProperty('contents');
});

test.each(['mlc-chat-config.json', '.wasm', 'tensor-cache.json', 'params_shard_1.bin'])(
  'an HTML page instead of %s is refused and not kept',
  async (name) => {
    const caches = fakeCaches();
    const page = () =>
      new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } });
    const server = fakeServer({ [name]: page });
    await expect(download(server, { caches })).rejects.toMatchObject({ code: 'bad-file' });
    await expect(download(fakeServer(), { caches })).resolves.toHaveProperty('contents');
  },
);

test('an HTML page without its content type is refused too', async () => {
  const server = fakeServer({ 'mlc-chat-config.json': () => new Response('<!doctype html>') });
  await expect(download(server)).rejects.toMatchObject({ code: 'bad-file' });
});

test('a page that was cached as the configuration is replaced', async () => {
  const caches = fakeCaches();
  const url = new URL('mlc-chat-config.json', MODEL.weightsUrl).href;
  await (await caches.open('webllm/config')).put(url, new Response('<!doctype html>'));
  const server = fakeServer();
  await download(server, { caches });
  expect(server.asked).toContain('mlc-chat-config.json');
});

test.each([
  ['by its type', new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } })],
  ['by its length in a header', new Response('', { headers: { 'content-length': '15' } })],
  ['by its length', new Response(new Uint8Array(15))],
])('a page that was cached as weights is found %s and replaced', async (_how, page) => {
  const caches = fakeCaches();
  await download(fakeServer(), { caches });
  const url = new URL('params_shard_1.bin', MODEL.weightsUrl).href;
  await (await caches.open('webllm/model')).put(url, page);
  const server = fakeServer();
  await download(server, { caches });
  expect(server.asked).toEqual(['params_shard_1.bin']);
});

test('a page that was cached as the tokenizer is replaced', async () => {
  const caches = fakeCaches();
  const url = new URL('tokenizer.json', MODEL.weightsUrl).href;
  await (await caches.open('webllm/model')).put(url, new Response('<!DOCTYPE html>'));
  const server = fakeServer();
  await download(server, { caches });
  expect(server.asked).toContain('tokenizer.json');
});

test('a library that is no WebAssembly is refused', async () => {
  const server = fakeServer({ '.wasm': () => new Response('sorry') });
  await expect(download(server)).rejects.toMatchObject({ code: 'bad-file' });
});

test('weights that end early are a broken connection, and are fetched again next time', async () => {
  const caches = fakeCaches();
  const short = fakeServer({ 'params_shard_0.bin': () => new Response(new Uint8Array(10)) });
  await expect(download(short, { caches })).rejects.toMatchObject({ code: 'network' });
  const again = fakeServer();
  await download(again, { caches });
  expect(again.asked).toContain('params_shard_0.bin');
});

test('weights that are too long are another file', async () => {
  const long = fakeServer({ 'params_shard_0.bin': () => new Response(new Uint8Array(2000)) });
  await expect(download(long)).rejects.toMatchObject({ code: 'bad-file' });
});

test('a path that leads out of the folder of the model is refused', async () => {
  const list = () => Response.json({ records: [{ dataPath: '../../evil.bin', nbytes: 5 }] });
  await expect(download(fakeServer({ 'tensor-cache.json': list }))).rejects.toMatchObject({
    code: 'bad-file',
  });
});

test('a stalled download ends at once when it is cancelled', async () => {
  const stalled = fakeServer({
    'params_shard_0.bin': (signal) => {
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          controller.enqueue(new Uint8Array(10));
          signal.addEventListener('abort', () => controller.error(signal.reason));
        },
      });
      return new Response(body);
    },
  });
  const controller = new AbortController();
  const downloading = download(stalled, { signal: controller.signal });
  setTimeout(() => controller.abort(), 20);
  await expect(downloading).rejects.toMatchObject({ code: 'aborted' });
});

test.each([
  [403, 'auth'],
  [429, 'rate-limit'],
  [503, 'network'],
])('status %i is "%s"', async (status, code) => {
  const server = fakeServer({ 'mlc-chat-config.json': () => new Response('', { status }) });
  await expect(download(server)).rejects.toMatchObject({ code });
});

test('no connection is "network"', async () => {
  const server = fakeServer({
    'mlc-chat-config.json': () => Promise.reject(new TypeError('Failed to fetch')),
  });
  await expect(download(server)).rejects.toMatchObject({ code: 'network' });
});

test('a full disk is "quota"', async () => {
  const caches = fakeCaches();
  const cache = await caches.open('webllm/model');
  cache.put = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
  await expect(download(fakeServer(), { caches })).rejects.toMatchObject({ code: 'quota' });
});
