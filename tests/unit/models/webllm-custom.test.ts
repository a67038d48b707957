import { describe, expect, test } from 'vitest';
import { createWebllmProvider } from '../../../src/models/webllm/index.ts';
import { type CustomModel, readCustomModel } from '../../../src/run/custom-model.ts';
import { CustomModelsState } from '../../../src/state/custom-models.svelte.ts';
import { openSettings } from '../../../src/state/settings.ts';
import { fakeCaches } from '../../fakes/fake-caches.ts';
import { FakeEngineWorker } from '../../fakes/fake-engine-worker.ts';
import { fakeGpu } from '../../fakes/fake-gpu.ts';
import { fakeBrowser, fakeServer } from './webllm-harness.ts';

const LIBRARY = 'https://libs.example/tiny-q4f32_1-webgpu.wasm';
const MINE: CustomModel = {
  name: 'tiny-q4f32_1-MLC',
  weightsUrl: 'https://models.example/tiny-q4f32_1-MLC/',
  libraryUrl: LIBRARY,
};
const ID = 'custom/tiny-q4f32_1-MLC';
const IDLE = { signal: new AbortController().signal, onProgress: () => undefined };

describe('the two addresses', () => {
  test.each([
    ['https://huggingface.co/me/My-MLC', 'https://huggingface.co/me/My-MLC/resolve/main/'],
    ['https://huggingface.co/me/My-MLC/', 'https://huggingface.co/me/My-MLC/resolve/main/'],
    ['https://huggingface.co/me/My-MLC/tree/v2', 'https://huggingface.co/me/My-MLC/resolve/v2/'],
    [
      'https://huggingface.co/me/My-MLC/resolve/v2/mlc-chat-config.json',
      'https://huggingface.co/me/My-MLC/resolve/v2/',
    ],
    [' https://models.example/a/My-MLC ', 'https://models.example/a/My-MLC/'],
    ['http://localhost:8000/My-MLC', 'http://localhost:8000/My-MLC/'],
  ])('%s is the folder %s', (typed, weightsUrl) => {
    expect(readCustomModel(typed, LIBRARY)).toEqual({
      ok: true,
      model: { name: 'My-MLC', weightsUrl, libraryUrl: LIBRARY },
    });
  });

  test.each([
    ['', LIBRARY, 'weights', 'whole address'],
    ['http://models.example/a', LIBRARY, 'weights', 'https://'],
    ['https://a:b@models.example/a', LIBRARY, 'weights', 'password'],
    ['https://models.example/', LIBRARY, 'weights', 'folder of one model'],
    ['https://models.example/a', 'lib.wasm', 'library', 'whole address'],
    ['https://models.example/a', 'https://libs.example/lib.js', 'library', '.wasm'],
    ['https://models.example/a', 'https://github.com/x/y/blob/main/l.wasm', 'library', 'Raw'],
  ])('%o with %o is refused', (weights, library, field, words) => {
    expect(readCustomModel(weights, library)).toEqual({
      ok: false,
      field,
      problem: expect.stringContaining(words),
    });
  });
});

test('what was added is there again when the page is opened anew, and can be forgotten', () => {
  const settings = openSettings(null);
  let changes = 0;
  const page = new CustomModelsState(settings, () => (changes += 1));
  const { weightsUrl, libraryUrl } = MINE;
  page.add(weightsUrl, libraryUrl);
  expect(new CustomModelsState(settings, () => undefined).list).toEqual([MINE]);
  page.remove(MINE.name);
  expect(new CustomModelsState(settings, () => undefined).list).toEqual([]);
  expect(changes).toBe(2);
});

test('a model of the same name replaces the former', () => {
  const page = new CustomModelsState(openSettings(null), () => undefined);
  page.add(MINE.weightsUrl, LIBRARY);
  page.add(MINE.weightsUrl, 'https://libs.example/other.wasm');
  expect(page.list.map(({ libraryUrl }) => libraryUrl)).toEqual([
    'https://libs.example/other.wasm',
  ]);
});

describe('a model of the visitor', () => {
  test('stands among the others, with what is known of it', async () => {
    const provider = createWebllmProvider(fakeBrowser({ custom: { list: [MINE] } }));
    const [first] = await provider.models();
    expect(first).toEqual({
      id: ID,
      title: 'tiny-q4f32_1-MLC',
      description: expect.any(String),
      requiresF16: false,
    });
    expect(await provider.missingBytes?.(ID)).toBeNull();
  });

  test('with 16-bit numbers in its name needs 16-bit shaders', async () => {
    const list = [{ ...MINE, name: 'tiny-q4f16_1-MLC' }];
    const gpu = () => fakeGpu({ f16: false });
    const models = await createWebllmProvider(fakeBrowser({ custom: { list }, gpu })).models();
    expect(models.find(({ id }) => id === 'custom/tiny-q4f16_1-MLC')?.unfit).toContain('16-bit');
  });

  test('is fetched from its own addresses, and kept where the engine looks for it', async () => {
    const caches = fakeCaches();
    const server = fakeServer();
    const asked: string[] = [];
    const fetch: typeof globalThis.fetch = (input, init) => {
      asked.push(String(input));
      return server.fetch(input, init);
    };
    const worker = new FakeEngineWorker();
    const options = { custom: { list: [MINE] }, caches, fetch, createWorker: () => worker };
    const session = await createWebllmProvider(fakeBrowser(options)).load(ID, IDLE);
    expect(asked).toContain('https://models.example/tiny-q4f32_1-MLC/mlc-chat-config.json');
    expect(asked).toContain(LIBRARY);
    const kept = await (await caches.open('webllm/config')).keys();
    expect(kept.map(({ url }) => url)).toEqual([
      'https://models.example/tiny-q4f32_1-MLC/resolve/main/mlc-chat-config.json',
    ]);
    const [load] = worker.received;
    expect(load).toMatchObject({
      config: {
        model_list: [
          {
            model: 'https://models.example/tiny-q4f32_1-MLC/resolve/main/',
            model_lib: LIBRARY,
          },
        ],
      },
    });
    expect(session.quantisation).toBe('q4f32_1');
  });
});
