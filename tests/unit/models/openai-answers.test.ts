import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import type { Behaviour } from '../../fakes/fault-server.ts';
import { startFaultServer } from '../../fakes/fault-server.ts';
import { eventsOf, load, open, providerAt, serve, textOf } from './openai-harness.ts';
import { describeProvider } from './provider-contract.ts';

const answering = (behaviour: Behaviour) => open({ chat: () => behaviour });

const contractServer = await startFaultServer({
  chat: () => ({ kind: 'answer', text: 'Hello there', delayMs: 2 }),
});
afterAll(() => contractServer.close());

describeProvider('openai-compatible', () => {
  let running = 0;
  const counted: typeof fetch = (input, init) => {
    running += 1;
    init?.signal?.addEventListener('abort', () => (running -= 1), { once: true });
    return fetch(input, init);
  };
  return {
    provider: providerAt(contractServer.url, { fetch: counted }),
    modelId: 'custom/tiny',
    running: () => running,
  };
});

test('a text survives being cut within letters and events', async () => {
  let piece = { text: '', pieceBytes: 1 };
  const { session } = await open({ chat: () => ({ kind: 'answer', ...piece }) });
  const text = fc.string({ unit: 'binary', maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(text, fc.integer({ min: 1, max: 40 }), async (sent, pieceBytes) => {
      piece = { text: sent, pieceBytes };
      expect(textOf(await eventsOf(session))).toBe(sent);
    }),
    { numRuns: 30 },
  );
});

test('an answer that was cut by the limit says so', async () => {
  const { session } = await answering({ kind: 'answer', text: 'def', finish: 'length' });
  expect((await eventsOf(session)).at(-1)).toEqual({ type: 'done', finish: 'length' });
});

test('an empty answer is an answer without text', async () => {
  const { session } = await answering({ kind: 'answer', text: '' });
  expect(await eventsOf(session)).toEqual([{ type: 'done', finish: 'stop' }]);
});

test('counts of tokens are passed on as exact', async () => {
  const usage = { prompt_tokens: 7, completion_tokens: 2 };
  const { session } = await answering({ kind: 'answer', text: 'Hi', usage });
  expect((await eventsOf(session)).at(-1)).toEqual({
    type: 'done',
    finish: 'stop',
    usage: { prompt: 7, completion: 2, exact: true },
  });
});

test('counts that are no whole numbers are left out', async () => {
  const usage = { prompt_tokens: 7.5, completion_tokens: -1 };
  const { session } = await answering({ kind: 'answer', text: 'Hi', usage });
  expect((await eventsOf(session)).at(-1)).toEqual({ type: 'done', finish: 'stop' });
});

test('a stream that says why it ended needs no [DONE]', async () => {
  const { session } = await answering({ kind: 'answer', text: 'Hi', withoutDone: true });
  expect((await eventsOf(session)).at(-1)).toMatchObject({ finish: 'stop' });
});

test('a server that doesn’t stream is read all the same', async () => {
  const choices = [{ message: { content: 'Hi' }, finish_reason: 'stop' }];
  const { session } = await answering({ kind: 'json', body: { choices } });
  expect(await eventsOf(session)).toEqual([
    { type: 'text', delta: 'Hi' },
    { type: 'done', finish: 'stop' },
  ]);
});

test('thoughts that come in a field of their own are no part of the answer', async () => {
  const thought = { choices: [{ delta: { reasoning_content: 'Hmm', content: null } }] };
  const end = { choices: [{ delta: { content: 'Hi' }, finish_reason: 'stop' }] };
  const events = [thought, end].map((value) => `data: ${JSON.stringify(value)}\n\n`).join('');
  const { session } = await answering({ kind: 'events', events });
  expect(textOf(await eventsOf(session))).toBe('Hi');
});

test('an answer that ends without a reason broke off', async () => {
  const events = 'data: {"choices":[{"delta":{"content":"de"}}]}\n\n';
  const { session } = await answering({ kind: 'events', events });
  await expect(eventsOf(session)).rejects.toMatchObject({ code: 'network' });
});

test('a connection that is cut midway is a network failure', async () => {
  const { session } = await answering({ kind: 'disconnect', text: 'de' });
  await expect(eventsOf(session)).rejects.toMatchObject({
    code: 'network',
    message: expect.stringContaining('broke in the middle of an answer'),
  });
});

test('an error within the stream is told in the words of the server', async () => {
  const events = 'data: {"error":{"code":502,"message":"Upstream died"}}\n\n';
  const { session } = await answering({ kind: 'events', events });
  await expect(eventsOf(session)).rejects.toMatchObject({
    code: 'network',
    message: expect.stringContaining('“Upstream died”'),
  });
});

test('a web page instead of an answer is not taken for one', async () => {
  const { session } = await answering({ kind: 'html' });
  await expect(eventsOf(session)).rejects.toMatchObject({ code: 'bad-file' });
});

test('silence midway ends the request after a minute, silence at first after five', async () => {
  const waits: number[] = [];
  const server = await serve({ chat: () => ({ kind: 'stall', text: 'de' }) });
  const session = await load(
    providerAt(server.url, {
      sleep: (ms, signal) => {
        waits.push(ms);
        return new Promise((resolve, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason), { once: true });
          // The first question is answered; only the silence of the second is borne to its end.
          if (ms === 60_000 && server.chats.length > 1) setTimeout(resolve, 5);
        });
      },
    }),
  );
  await expect(eventsOf(session)).rejects.toMatchObject({
    code: 'network',
    message: expect.stringContaining('fell silent'),
  });
  expect(new Set(waits)).toEqual(new Set([300_000, 60_000]));
});

test('an abort while the server is silent ends at once, with exactly one event', async () => {
  const { session } = await answering({ kind: 'stall' });
  const controller = new AbortController();
  setTimeout(() => controller.abort(), 5);
  const events = await eventsOf(session, { signal: controller.signal });
  expect(events).toEqual([{ type: 'done', finish: 'aborted' }]);
});
