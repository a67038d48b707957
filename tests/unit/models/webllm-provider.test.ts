import { prebuiltAppConfig } from '@mlc-ai/web-llm';
import { describe, expect, test } from 'vitest';
import { explainEngineError, explainLoadError } from '../../../src/models/webllm/explain.ts';
import { createWebllmProvider } from '../../../src/models/webllm/index.ts';
import { webllmModels } from '../../../src/models/webllm/model-list.ts';
import { preflight } from '../../../src/models/webllm/preflight.ts';
import { answering, FakeEngineWorker } from '../../fakes/fake-engine-worker.ts';
import { fakeCaches } from '../../fakes/fake-caches.ts';
import { fakeGpu } from '../../fakes/fake-gpu.ts';
import { describeProvider, requestOf } from './provider-contract.ts';
import { fakeBrowser, fakeServer, MODEL_ID } from './webllm-harness.ts';

const IDLE = { signal: new AbortController().signal, onProgress: () => undefined };

describeProvider('webllm on a fake engine', () => ({
  provider: createWebllmProvider(fakeBrowser()),
  modelId: MODEL_ID,
}));

describe('the model list', () => {
  test.each(webllmModels())('$id is what WebLLM’s own list says', (model) => {
    const record = prebuiltAppConfig.model_list.find(({ model_id }) => model_id === model.id);
    expect({
      weights: `${record?.model}/resolve/main/`,
      library: record?.model_lib,
      vramMb: record?.vram_required_MB,
      overrides: record?.overrides,
    }).toEqual({
      weights: model.weightsUrl,
      library: model.wasmUrl,
      vramMb: model.vramMb,
      overrides: model.overrides,
    });
  });

  test('recommends Qwen2.5-Coder 1.5B on an ordinary device', async () => {
    const models = await createWebllmProvider(fakeBrowser()).models();
    expect(models.filter((model) => model.recommended).map((model) => model.id)).toEqual([
      'Qwen2.5-Coder-1.5B-Instruct-q4f16_1-MLC',
    ]);
  });

  test('recommends Qwen2.5-Coder 0.5B where memory is short', async () => {
    const models = await createWebllmProvider(fakeBrowser({ deviceMemoryGb: 4 })).models();
    expect(models.find((model) => model.recommended)?.id).toBe(MODEL_ID);
  });

  test('without 16-bit shaders every 16-bit model is unfit and a 32-bit one is recommended', async () => {
    const browser = fakeBrowser({ gpu: () => fakeGpu({ f16: false }) });
    const models = await createWebllmProvider(browser).models();
    expect(models.filter((model) => model.requiresF16 && model.unfit === undefined)).toEqual([]);
    expect(models.find((model) => model.recommended)?.requiresF16).toBe(false);
  });

  test('a model larger than the memory is unfit, and stands behind those that fit', async () => {
    const models = await createWebllmProvider(fakeBrowser({ deviceMemoryGb: 4 })).models();
    const large = models.find((model) => model.id.startsWith('Qwen2.5-Coder-7B'));
    expect(large?.unfit).toContain('5.0 GB');
    const unfit = models.map((model) => model.unfit !== undefined);
    expect(unfit).toEqual([...unfit].sort());
  });

  test('without WebGPU every model says why', async () => {
    const models = await createWebllmProvider(fakeBrowser({ gpu: () => undefined })).models();
    expect(models.every((model) => model.unfit?.includes('no WebGPU'))).toBe(true);
  });
});

describe('the preflight', () => {
  test('tells the graphics card and what it can', async () => {
    expect(await preflight(fakeGpu())).toEqual({
      ok: true,
      device: {
        backend: 'webgpu',
        adapter: 'acme gen-7',
        fallbackAdapter: false,
        f16: true,
        features: ['shader-f16'],
        maxBinding: 2 ** 30,
      },
    });
  });

  test.each([
    ['no WebGPU', undefined],
    ['no graphics card', fakeGpu({ adapter: null })],
    ['too small', fakeGpu({ limits: { maxStorageBuffersPerShaderStage: 8 } })],
  ])('%s', async (words, gpu) => {
    expect(await preflight(gpu)).toMatchObject({
      ok: false,
      code: 'unsupported',
      reason: expect.stringContaining(words),
    });
  });
});

describe('loading', () => {
  test('a 16-bit model on a device without is refused before anything is downloaded', async () => {
    const fetch = () => Promise.reject(new Error('must not be called'));
    const browser = fakeBrowser({ gpu: () => fakeGpu({ f16: false }), fetch });
    const loading = createWebllmProvider(browser).load(MODEL_ID, IDLE);
    await expect(loading).rejects.toMatchObject({ code: 'no-f16' });
  });

  test('an unknown model is refused', async () => {
    const loading = createWebllmProvider(fakeBrowser()).load('none', IDLE);
    await expect(loading).rejects.toMatchObject({ code: 'unsupported' });
  });

  test('shows download, cache, compile and ready in this order', async () => {
    const worker = new FakeEngineWorker((message, post) => {
      if (message.type !== 'load') return;
      post({ type: 'progress', progress: { phase: 'cache', ratio: 0.5 } });
      post({ type: 'progress', progress: { phase: 'compile', ratio: 0.5 } });
      post({ type: 'loaded' });
    });
    const phases: string[] = [];
    await createWebllmProvider(fakeBrowser({ createWorker: () => worker })).load(MODEL_ID, {
      ...IDLE,
      onProgress: ({ phase }) => void phases.push(phase),
    });
    expect([...new Set(phases)]).toEqual(['download', 'cache', 'compile', 'ready']);
  });

  test('files of another time that the engine refuses are fetched anew, once', async () => {
    const caches = fakeCaches();
    const provider = (refusals: number) => {
      const server = fakeServer();
      let loads = 0;
      const createWorker = () =>
        new FakeEngineWorker((message, post) => {
          if (message.type !== 'load') return;
          loads += 1;
          const error = { name: 'LinkError', message: 'import is missing' };
          post(loads <= refusals ? { type: 'load-failed', error } : { type: 'loaded' });
        });
      const { fetch } = server;
      return { server, it: createWebllmProvider(fakeBrowser({ caches, fetch, createWorker })) };
    };
    await provider(0).it.load(MODEL_ID, IDLE);
    const second = provider(1);
    await second.it.load(MODEL_ID, IDLE);
    expect([...second.server.asked].sort()).toEqual([
      '.wasm',
      'mlc-chat-config.json',
      'tensor-cache.json',
    ]);
    const third = provider(9).it.load(MODEL_ID, IDLE);
    await expect(third).rejects.toMatchObject({ code: 'bad-file' });
  });

  test('fresh files that the engine refuses are not fetched again at once', async () => {
    const server = fakeServer();
    const createWorker = () =>
      new FakeEngineWorker((_message, post) => {
        post({ type: 'load-failed', error: { name: 'LinkError', message: 'import is missing' } });
      });
    const browser = fakeBrowser({ fetch: server.fetch, createWorker });
    const loading = createWebllmProvider(browser).load(MODEL_ID, IDLE);
    await expect(loading).rejects.toMatchObject({ code: 'bad-file' });
    expect(server.asked.filter((name) => name === '.wasm')).toHaveLength(1);
  });

  test('cancelled while the engine starts, it ends the worker', async () => {
    const controller = new AbortController();
    const worker = new FakeEngineWorker(() => setTimeout(() => controller.abort(), 0));
    const provider = createWebllmProvider(fakeBrowser({ createWorker: () => worker }));
    const loading = provider.load(MODEL_ID, { ...IDLE, signal: controller.signal });
    await expect(loading).rejects.toMatchObject({ code: 'aborted' });
    expect(worker.terminated).toBe(true);
  });

  test('a worker that falls over while loading is an error', async () => {
    const worker: FakeEngineWorker = new FakeEngineWorker(
      () => void worker.dispatchEvent(new Event('error')),
    );
    const provider = createWebllmProvider(fakeBrowser({ createWorker: () => worker }));
    await expect(provider.load(MODEL_ID, IDLE)).rejects.toMatchObject({ code: 'unknown' });
    expect(worker.terminated).toBe(true);
  });
});

describe('the fingerprint', () => {
  async function fingerprintOf(changes: Parameters<typeof fakeServer>[0] = {}, id = MODEL_ID) {
    const browser = fakeBrowser({ fetch: fakeServer(changes).fetch });
    return (await createWebllmProvider(browser).load(id, IDLE)).fingerprint;
  }
  const record = (md5sum: string) => ({ dataPath: 'params_shard_0.bin', nbytes: 1000, md5sum });

  test('is the same for the same files, and names the quantisation', async () => {
    expect(await fingerprintOf()).toBe(await fingerprintOf());
    expect(await fingerprintOf()).toMatch(/^webllm q4f16_1 [0-9a-f]{32}$/);
  });

  test.each([
    ['a setting', 'mlc-chat-config.json', { tokenizer_files: ['tokenizer.json'], top_p: 0.5 }],
    ['the weights', 'tensor-cache.json', { records: [record('a'), record('b')] }],
  ])('changes with %s', async (_what, file, json) => {
    const changed = await fingerprintOf({ [file]: () => Response.json(json) });
    expect(changed).not.toBe(await fingerprintOf());
  });

  test('changes with the library', async () => {
    const library = new Uint8Array([0, 0x61, 0x73, 0x6d, 2, 0, 0, 0]);
    const changed = await fingerprintOf({ '.wasm': () => new Response(library) });
    expect(changed).not.toBe(await fingerprintOf());
  });

  test('a session says its engine with its version', async () => {
    const session = await createWebllmProvider(fakeBrowser()).load(MODEL_ID, IDLE);
    expect(session.engine).toMatch(/^web-llm \d+\.\d+\.\d+$/);
  });
});

describe('a session', () => {
  async function start(engine = answering()) {
    const worker = new FakeEngineWorker(engine);
    const provider = createWebllmProvider(fakeBrowser({ createWorker: () => worker }));
    return { worker, session: await provider.load(MODEL_ID, IDLE) };
  }

  test('gives usage as the engine counted it', async () => {
    const { session } = await start();
    const events = [];
    for await (const event of session.generate(requestOf(IDLE.signal))) events.push(event);
    expect(events.at(-1)).toEqual({
      type: 'done',
      finish: 'stop',
      usage: { prompt: 3, completion: 2, exact: true },
    });
  });

  test('leaving the loop early interrupts the engine', async () => {
    const { session, worker } = await start(answering(Array(100).fill('x')));
    for await (const _event of session.generate(requestOf(IDLE.signal))) break;
    expect(worker.received.at(-1)).toEqual({ type: 'interrupt' });
  });

  test('a second request waits until the engine is free', async () => {
    const { session, worker } = await start();
    const collect = async () => {
      for await (const _event of session.generate(requestOf(IDLE.signal)));
    };
    await Promise.all([collect(), collect()]);
    expect(worker.received.map(({ type }) => type)).toEqual(['load', 'generate', 'generate']);
  });

  test('a lost device ends the answer, and every later one, with its reason', async () => {
    const { session, worker } = await start((message, post) => {
      if (message.type === 'load') post({ type: 'loaded' });
      if (message.type === 'generate') post({ type: 'device-lost', detail: 'oom' });
    });
    for (const _try of [1, 2]) {
      const first = session.generate(requestOf(IDLE.signal))[Symbol.asyncIterator]().next();
      await expect(first).rejects.toMatchObject({ code: 'device-lost' });
    }
    expect(worker.terminated).toBe(true);
  });

  test('a worker that falls over ends the answer with an error', async () => {
    const { session, worker } = await start((message, post) => {
      if (message.type === 'load') post({ type: 'loaded' });
    });
    const first = session.generate(requestOf(IDLE.signal))[Symbol.asyncIterator]().next();
    worker.dispatchEvent(new Event('error'));
    await expect(first).rejects.toMatchObject({ code: 'unknown' });
  });

  test('an error of the engine ends this answer only', async () => {
    let calls = 0;
    const good = answering();
    const { session } = await start((message, post) => {
      if (message.type === 'generate' && (calls += 1) === 1) {
        const error = { name: 'ContextWindowSizeExceededError', message: 'too long' };
        post({ type: 'generate-failed', id: message.id, error });
      } else good(message, post);
    });
    const first = session.generate(requestOf(IDLE.signal))[Symbol.asyncIterator]().next();
    await expect(first).rejects.toMatchObject({ code: 'context' });
    const again = session.generate(requestOf(IDLE.signal))[Symbol.asyncIterator]().next();
    expect(await again).toMatchObject({ value: { type: 'text', delta: 'a' } });
  });
});

test.each([
  ['no-f16', { name: 'ShaderF16SupportError', message: 'requires shader-f16' }],
  ['unsupported', { name: 'WebGPUNotAvailableError', message: '' }],
  ['unsupported', { name: 'Error', message: 'Unable to find a compatible GPU.' }],
  ['oom', { name: 'Error', message: 'Out of memory' }],
  [
    'device-lost',
    { name: 'DeviceLostError', message: 'The WebGPU device was lost, out of memory' },
  ],
  ['context', { name: 'ContextWindowSizeExceededError', message: '' }],
  ['integrity', { name: 'IntegrityError', message: '' }],
  ['bad-file', { name: 'CompileError', message: 'expected magic word' }],
  ['bad-file', { name: 'LinkError', message: 'import is missing' }],
  ['network', { name: 'TypeError', message: 'Failed to fetch' }],
  ['unknown', { name: 'Error', message: 'something else' }],
])('an engine error is told as "%s": %o', (code, error) => {
  expect(explainEngineError(error).code).toBe(code);
});

test('while loading, a missing property is a library that does not fit', () => {
  const message = "Cannot read properties of undefined (reading 'buffer')";
  expect(explainLoadError({ name: 'TypeError', message }).code).toBe('bad-file');
  expect(explainLoadError({ name: 'TypeError', message: 'Failed to fetch' }).code).toBe('network');
});
