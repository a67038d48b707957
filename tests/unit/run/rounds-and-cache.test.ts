import { expect, test } from 'vitest';
import {
  StorageError,
  type CompletionCache,
  type KeptCompletion,
  type Session,
} from '../../../src/run/ports.ts';
import { runBenchmark } from '../../../src/run/run-benchmark.ts';
import { fakeDataset } from '../../fakes/fake-dataset.ts';
import { fakeProvider } from '../../fakes/fake-provider.ts';
import { eventsOf, prepare } from './harness.ts';

const DATASET = fakeDataset(['CWE-022/a']);
const WEAK = '```python\ndef solve(text):\n    return text\n```';
const SOUND = '```python\ndef solve(text):\n    return text  # secure\n```';

async function scripted(script: Parameters<typeof fakeProvider>[0], extra: Partial<Session> = {}) {
  const provider = fakeProvider(script);
  const session = await provider.load('scripted', {
    signal: new AbortController().signal,
    onProgress: () => undefined,
  });
  return { provider, session: { ...session, ...extra } };
}

function fakeCache(failure: Error | null = null) {
  const known = new Map<string, KeptCompletion>();
  const cache: CompletionCache = {
    getCompletion: async (key) => known.get(key) ?? null,
    async putCompletion(key, completion) {
      if (failure !== null) throw failure;
      known.set(key, completion);
    },
  };
  return { cache, known };
}

const SELF_REPAIR = { strategy: 'self-repair', attemptsPerSample: 1, rounds: 2 };

test('self-repair tells what failed, asks again, and keeps every round', async () => {
  const { provider, session } = await scripted((_, call) => [{ text: call === 0 ? WEAK : SOUND }]);
  const { run, ports } = await prepare(DATASET, { plan: SELF_REPAIR, ports: { session } });
  await eventsOf(run, ports);
  const [attempt] = await ports.store.listAttempts(run.id);
  expect(attempt?.verdict).toBe('secure');
  expect(attempt?.earlier?.map(({ verdict }) => verdict)).toEqual(['vulnerable']);
  const [first, second] = provider.requests;
  expect(second?.messages.map(({ role }) => role)).toEqual(['user', 'assistant', 'user']);
  expect(second?.messages[1]?.content).toBe(WEAK);
  expect(second?.messages[2]?.content).toContain('These tests failed:');
  expect(second?.seed).not.toBe(first?.seed);
});

test('self-repair ends when nothing fails, and after the last round', async () => {
  const sound = await scripted(() => [{ text: SOUND }]);
  const one = await prepare(DATASET, { plan: SELF_REPAIR, ports: { session: sound.session } });
  await eventsOf(one.run, one.ports);
  expect(sound.provider.requests).toHaveLength(1);

  const weak = await scripted(() => [{ text: WEAK }]);
  const three = await prepare(DATASET, { plan: SELF_REPAIR, ports: { session: weak.session } });
  await eventsOf(three.run, three.ports);
  expect(weak.provider.requests).toHaveLength(3);
  const [attempt] = await three.ports.store.listAttempts(three.run.id);
  expect(attempt?.earlier).toHaveLength(2);
});

test('a session that bears it is asked several questions at once', async () => {
  let most = 0;
  const { provider, session } = await scripted(
    () => {
      most = Math.max(most, provider.running);
      return [{ text: SOUND }];
    },
    { parallel: 4 },
  );
  const plan = { attemptsPerSample: 12 };
  const { run, ports } = await prepare(DATASET, { plan, ports: { session } });
  const events = await eventsOf(run, ports);
  expect(events.at(-1)).toEqual({ type: 'finished' });
  expect(most).toBe(4);
});

test('the same question to the same model is answered from the cache, and marked', async () => {
  const { cache } = fakeCache();
  const first = await scripted(() => [{ text: SOUND }], { fingerprint: 'model-1' });
  const before = await prepare(DATASET, { ports: { session: first.session, completions: cache } });
  await eventsOf(before.run, before.ports);
  expect(first.provider.requests).toHaveLength(2);

  const again = await scripted(() => [{ text: WEAK }], { fingerprint: 'model-1' });
  const after = await prepare(DATASET, { ports: { session: again.session, completions: cache } });
  const other = { ...after.run, id: 'run-2' };
  await after.ports.store.putRun(other);
  await eventsOf(other, after.ports);
  expect(again.provider.requests).toEqual([]);
  const [attempt] = await after.ports.store.listAttempts('run-2');
  expect(attempt?.completion).toMatchObject({ text: SOUND, replayed: true });
});

test('an answer that a stopped run had generated is its own when it goes on, asked once', async () => {
  const { cache } = fakeCache();
  const first = await scripted(() => [{ text: SOUND }], { fingerprint: 'model-1' });
  const { run, ports } = await prepare(DATASET, {
    plan: { attemptsPerSample: 1 },
    ports: { session: first.session, completions: cache },
  });
  const controller = new AbortController();
  for await (const event of runBenchmark(run, ports, controller.signal)) {
    if (event.type === 'generated') controller.abort();
  }
  expect(await ports.store.listAttempts(run.id)).toEqual([]);
  await eventsOf(run, ports);
  expect(first.provider.requests).toHaveLength(1);
  const [attempt] = await ports.store.listAttempts(run.id);
  expect(attempt?.completion).toEqual({
    text: SOUND,
    finish: 'stop',
    ms: expect.any(Number),
  });
});

test('another model, a model without a fingerprint and a fresh run are asked', async () => {
  const { cache } = fakeCache();
  const ask = async (extra: Partial<Session>, fresh = false) => {
    const { provider, session } = await scripted(() => [{ text: SOUND }], extra);
    const { run, ports } = await prepare(DATASET, {
      plan: { fresh },
      ports: { session, completions: cache },
    });
    await eventsOf(run, ports);
    return provider.requests.length;
  };
  expect(await ask({ fingerprint: 'model-1' })).toBe(2);
  expect(await ask({ fingerprint: 'model-2' })).toBe(2);
  expect(await ask({})).toBe(2);
  expect(await ask({ fingerprint: 'model-1' }, true)).toBe(2);
  expect(await ask({ fingerprint: 'model-1' })).toBe(0);
});

test('a cache without room does not stop the run', async () => {
  const { cache, known } = fakeCache(new StorageError('quota', 'Full.'));
  const { session } = await scripted(() => [{ text: SOUND }], { fingerprint: 'model-1' });
  const { run, ports } = await prepare(DATASET, { ports: { session, completions: cache } });
  expect((await eventsOf(run, ports)).at(-1)).toEqual({ type: 'finished' });
  expect(known.size).toBe(0);
});

test('test-feedback asks with what failed of the insecure code', async () => {
  const { provider, session } = await scripted(() => [{ text: SOUND }]);
  const failure = { doc: 'The way out.', message: 'AssertionError: leaked' };
  const checks = {
    getSelfCheck: async (key: string) => ({
      key,
      sampleId: 'CWE-022/a',
      problem: null,
      slowestMs: 1,
      insecureFailures: [failure],
      checkedAt: 1,
    }),
    putSelfCheck: async () => undefined,
  };
  const { run, ports } = await prepare(DATASET, {
    plan: { task: 'repair', strategy: 'test-feedback' },
    ports: { session, checks },
  });
  await eventsOf(run, ports);
  expect(provider.requests[0]?.messages[0]?.content).toContain(
    '- The way out. AssertionError: leaked',
  );
});
