import { expect, test } from 'vitest';
import { downloadModel } from '../../../src/models/webllm/download-model.ts';
import { missingBytes, webllmKeeper } from '../../../src/models/webllm/kept-models.ts';
import { createWebllmProvider } from '../../../src/models/webllm/index.ts';
import { fakeCaches } from '../../fakes/fake-caches.ts';
import { fakeBrowser, fakeServer, MODEL_ID, modelOf } from './webllm-harness.ts';

const MODEL = modelOf(MODEL_ID);
const OTHER = modelOf('Qwen3-0.6B-q4f16_1-MLC');

async function downloaded(caches = fakeCaches(), model = MODEL): Promise<CacheStorage> {
  const options = { signal: new AbortController().signal, onProgress: () => undefined };
  await downloadModel(model, { fetch: fakeServer().fetch, caches }, options);
  return caches;
}

/** A cache in which the second file of weights never arrived. */
async function half(): Promise<CacheStorage> {
  const caches = await downloaded();
  const url = new URL('params_shard_1.bin', MODEL.weightsUrl).href;
  await (await caches.open('webllm/model')).delete(url);
  return caches;
}

const keeperOf = (caches: CacheStorage) =>
  webllmKeeper(
    () => [MODEL, OTHER],
    () => caches,
  );

test('a model is one item with the bytes of all its files; the libraries are another', async () => {
  const items = await keeperOf(await downloaded()).list();
  expect(items).toEqual([
    { id: MODEL_ID, title: 'Qwen2.5-Coder 0.5B', bytes: expect.any(Number), modelId: MODEL_ID },
    { id: 'libraries', title: 'Compiled libraries, shared by models', bytes: 8 },
  ]);
  expect(items[0]?.bytes).toBeGreaterThan(2000);
  expect(items[0]?.bytes).toBeLessThan(2500);
});

test('half a download says so, and how much is missing', async () => {
  const caches = await half();
  expect(await missingBytes(MODEL, caches)).toBe(1000);
  const [item] = await keeperOf(caches).list();
  expect(item).toMatchObject({ id: MODEL_ID, note: expect.stringContaining('half downloaded') });
});

test('of a model that isn’t here all is missing, and looking makes no cache', async () => {
  const caches = fakeCaches();
  expect(await missingBytes(MODEL, caches)).toBe(MODEL.downloadBytes);
  expect(await keeperOf(caches).list()).toEqual([]);
  expect(await caches.has('webllm/model')).toBe(false);
});

test('removing one model leaves the other', async () => {
  const caches = await downloaded(await downloaded(), OTHER);
  const keeper = keeperOf(caches);
  await keeper.remove(MODEL_ID);
  expect(await missingBytes(MODEL, caches)).toBe(MODEL.downloadBytes);
  expect(await missingBytes(OTHER, caches)).toBe(0);
  expect((await keeper.list()).map(({ id }) => id)).toEqual([OTHER.id, 'libraries']);
});

test('files of a model that the page doesn’t know are listed by its name and can go', async () => {
  const caches = fakeCaches();
  const url = 'https://huggingface.co/somebody/old-model-MLC/resolve/main/params_shard_0.bin';
  await (await caches.open('webllm/model')).put(url, new Response(new Uint8Array(5)));
  const keeper = keeperOf(caches);
  const [item] = await keeper.list();
  expect(item).toMatchObject({ title: 'old-model-MLC', bytes: 5 });
  await keeper.remove(item?.id ?? '');
  expect(await keeper.list()).toEqual([]);
});

test('without a Cache API nothing is kept', async () => {
  const keeper = webllmKeeper(
    () => [MODEL],
    () => undefined,
  );
  expect(await keeper.list()).toEqual([]);
  await expect(keeper.remove(MODEL_ID)).resolves.toBeUndefined();
});

test('the list of models tells which one is on this device', async () => {
  const provider = createWebllmProvider(fakeBrowser({ caches: await downloaded() }));
  const models = await provider.models();
  expect(models.filter(({ kept }) => kept).map(({ id }) => id)).toEqual([MODEL_ID]);
  expect(await provider.missingBytes?.(MODEL_ID)).toBe(0);
  expect(await provider.missingBytes?.('none')).toBeNull();
});
