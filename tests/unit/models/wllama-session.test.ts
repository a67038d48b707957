import { expect, test } from 'vitest';
import { fakeChatEngine } from '../../fakes/fake-chat-engine.ts';
import { ProviderError } from '../../../src/run/ports.ts';
import type { GenerationEvent, GenerationRequest } from '../../../src/run/ports.ts';
import type { ChatEngine } from '../../../src/models/wllama/wllama-session.ts';
import { WllamaSession } from '../../../src/models/wllama/wllama-session.ts';

function sessionOn(engine: ChatEngine): WllamaSession {
  return new WllamaSession(engine, {
    device: { backend: 'wasm', threads: 1 },
    engine: 'fake',
    fingerprint: null,
    quantisation: null,
  });
}

function request(signal = new AbortController().signal): GenerationRequest {
  return {
    messages: [{ role: 'user', content: 'Hello' }],
    temperature: 1,
    maxTokens: 9,
    seed: 5,
    subject: { task: 'generation', sampleId: 'CWE-022/a', attemptIndex: 0 },
    signal,
  } as GenerationRequest;
}

const settle = () => new Promise((resolve) => setTimeout(resolve));

async function all(events: AsyncIterable<GenerationEvent>): Promise<GenerationEvent[]> {
  const seen: GenerationEvent[] = [];
  for await (const event of events) seen.push(event);
  return seen;
}

test('text comes in order, and the engine’s count of tokens at the end', async () => {
  const { engine, asked } = fakeChatEngine();
  const events = all(sessionOn(engine).generate(request()));
  await settle();
  asked[0]?.say('de');
  asked[0]?.say('f f');
  asked[0]?.end('length');
  expect(await events).toEqual([
    { type: 'text', delta: 'de' },
    { type: 'text', delta: 'f f' },
    { type: 'done', finish: 'length', usage: { prompt: 7, completion: 3, exact: true } },
  ]);
  expect(asked[0]?.seed).toBe(5);
});

test('an abort before anything was asked asks nothing', async () => {
  const { engine, asked } = fakeChatEngine();
  const events = await all(sessionOn(engine).generate(request(AbortSignal.abort())));
  expect(events).toEqual([{ type: 'done', finish: 'aborted' }]);
  expect(asked).toEqual([]);
});

test('an abort while the prompt is read ends at once, though the engine goes on', async () => {
  const { engine, asked } = fakeChatEngine();
  const controller = new AbortController();
  const events = all(sessionOn(engine).generate(request(controller.signal)));
  await settle();
  controller.abort();
  expect(await events).toEqual([{ type: 'done', finish: 'aborted' }]);
  expect(asked[0]?.abortSignal.aborted).toBe(true);
});

test('an abort midway keeps the text and ends exactly once', async () => {
  const { engine, asked } = fakeChatEngine();
  const controller = new AbortController();
  const events = all(sessionOn(engine).generate(request(controller.signal)));
  await settle();
  asked[0]?.say('half');
  controller.abort();
  asked[0]?.say(' late');
  asked[0]?.end();
  expect(await events).toEqual([
    { type: 'text', delta: 'half' },
    { type: 'done', finish: 'aborted' },
  ]);
});

test('leaving the loop early stops the engine', async () => {
  const { engine, asked } = fakeChatEngine();
  const events = sessionOn(engine).generate(request());
  const first = events.next();
  await settle();
  asked[0]?.say('x');
  await first;
  await events.return();
  expect(asked[0]?.abortSignal.aborted).toBe(true);
});

test('the next question waits until the engine is done with the one before', async () => {
  const { engine, asked } = fakeChatEngine();
  const session = sessionOn(engine);
  const controller = new AbortController();
  const first = all(session.generate(request(controller.signal)));
  await settle();
  controller.abort();
  await first;
  const second = all(session.generate(request()));
  await settle();
  expect(asked).toHaveLength(1);
  asked[0]?.fail(new Error('aborted'));
  await settle();
  expect(asked).toHaveLength(2);
  asked[1]?.end();
  expect((await second).at(-1)).toMatchObject({ finish: 'stop' });
});

test('a question that is cancelled while it waits lets nobody in front of the engine’s work', async () => {
  const { engine, asked } = fakeChatEngine();
  const session = sessionOn(engine);
  const first = all(session.generate(request()));
  await settle();
  const controller = new AbortController();
  const waiting = all(session.generate(request(controller.signal)));
  controller.abort();
  expect(await waiting).toEqual([{ type: 'done', finish: 'aborted' }]);
  const third = all(session.generate(request()));
  await settle();
  expect(asked).toHaveLength(1);
  asked[0]?.end();
  await first;
  await settle();
  asked[1]?.end();
  expect((await third).at(-1)).toMatchObject({ finish: 'stop' });
});

test('an empty answer is an answer', async () => {
  const { engine, asked } = fakeChatEngine();
  const events = all(sessionOn(engine).generate(request()));
  await settle();
  asked[0]?.end();
  expect(await events).toMatchObject([{ type: 'done', finish: 'stop' }]);
});

test('a prompt that is too long is told as that', async () => {
  const { engine, asked } = fakeChatEngine();
  const events = all(sessionOn(engine).generate(request()));
  await settle();
  asked[0]?.fail(new Error('the request exceeds the available context size, try increasing it'));
  await expect(events).rejects.toMatchObject({ code: 'context' });
  await expect(events).rejects.toBeInstanceOf(ProviderError);
});

test('dispose ends an answer though the engine never says a word again', async () => {
  const { engine, exits } = fakeChatEngine();
  const session = sessionOn(engine);
  const events = all(session.generate(request()));
  await settle();
  await session.dispose();
  expect(await events).toEqual([{ type: 'done', finish: 'aborted' }]);
  expect(exits()).toBe(1);
});
