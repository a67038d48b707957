import { describe, expect, test } from 'vitest';
import { createWebllmProvider } from '../../../src/models/webllm/index.ts';
import { isGibberish } from '../../../src/models/webllm/sanity.ts';
import type { GenerationEvent } from '../../../src/run/ports.ts';
import { answering, type FakeEngine, FakeEngineWorker } from '../../fakes/fake-engine-worker.ts';
import { requestOf } from './provider-contract.ts';
import { fakeBrowser, MODEL_ID } from './webllm-harness.ts';

const IDLE = { signal: new AbortController().signal, onProgress: () => undefined };

async function start(engine: FakeEngine = answering(), sanity?: string | FakeEngine) {
  const worker = new FakeEngineWorker(engine);
  if (sanity !== undefined) worker.sanity = sanity;
  const provider = createWebllmProvider(fakeBrowser({ createWorker: () => worker }));
  return { worker, session: await provider.load(MODEL_ID, IDLE) };
}

async function eventsOf(events: AsyncIterable<GenerationEvent>): Promise<GenerationEvent[]> {
  const all: GenerationEvent[] = [];
  for await (const event of events) all.push(event);
  return all;
}

test.each(['', ' \n', '!!!!!!!!!!!!', '\ufffd\ufffd\ufffd a', '\0\0\0\0'])(
  '%o is gibberish',
  (text) => {
    expect(isGibberish(text)).toBe(true);
  },
);

test.each(['def add(a, b):', '4', '???', 'import import import import', 'Désolé, je ne peux pas'])(
  '%o is an answer, however poor',
  (text) => {
    expect(isGibberish(text)).toBe(false);
  },
);

describe('an engine that computes no text', () => {
  test.each(['', '!!!!!!!!!!!!!!!!!!!!!!!!'])('is found when it is loaded: %o', async (sanity) => {
    await expect(start(answering(), sanity)).rejects.toMatchObject({
      code: 'gibberish',
      message: expect.stringContaining('Nothing of that counts against the model'),
    });
  });

  test('is let go', async () => {
    const worker = new FakeEngineWorker();
    worker.sanity = '';
    const provider = createWebllmProvider(fakeBrowser({ createWorker: () => worker }));
    await expect(provider.load(MODEL_ID, IDLE)).rejects.toThrow();
    expect(worker.terminated).toBe(true);
  });

  test('is found when it falls ill midway, and its last answer is no answer', async () => {
    const { session, worker } = await start(answering(['!!!!!!!!', '!!!!!!!!']));
    worker.sanity = '!!!!!!!!!!!!!!!!';
    const answer = eventsOf(session.generate(requestOf(IDLE.signal)));
    await expect(answer).rejects.toMatchObject({ code: 'gibberish' });
  });

  test('whose device is lost at the first question says that', async () => {
    const lost: FakeEngine = (_message, post) => post({ type: 'device-lost', detail: 'oom' });
    await expect(start(answering(), lost)).rejects.toMatchObject({ code: 'device-lost' });
  });
});

test('a model that means it is taken at its word', async () => {
  const { session } = await start(answering(['!!!!!!!!', '!!!!!!!!']));
  const events = await eventsOf(session.generate(requestOf(IDLE.signal)));
  expect(events.at(-1)).toMatchObject({ type: 'done', finish: 'stop' });
});

test('an abort while a strange answer is looked into is one "aborted"', async () => {
  const { session, worker } = await start(answering(['']));
  const controller = new AbortController();
  worker.sanity = () => controller.abort();
  const events = await eventsOf(session.generate(requestOf(controller.signal)));
  expect(events.filter(({ type }) => type === 'done')).toEqual([
    { type: 'done', finish: 'aborted' },
  ]);
});

test('cancelled during the first question, loading is cancelled', async () => {
  const controller = new AbortController();
  const worker = new FakeEngineWorker();
  worker.sanity = () => controller.abort();
  const provider = createWebllmProvider(fakeBrowser({ createWorker: () => worker }));
  const loading = provider.load(MODEL_ID, { ...IDLE, signal: controller.signal });
  await expect(loading).rejects.toMatchObject({ code: 'aborted' });
  expect(worker.terminated).toBe(true);
});
