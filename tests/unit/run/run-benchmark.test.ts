import { expect, test } from 'vitest';
import { ProviderError, StorageError } from '../../../src/run/ports.ts';
import { runBenchmark } from '../../../src/run/run-benchmark.ts';
import { fakeDataset } from '../../fakes/fake-dataset.ts';
import { fakeProvider } from '../../fakes/fake-provider.ts';
import { fakeRunStore } from '../../fakes/fake-run-store.ts';
import { fakeSandbox, observeComment } from '../../fakes/fake-sandbox.ts';
import { eventsOf, prepare } from './harness.ts';

const DATASET = fakeDataset(['CWE-022/a', 'CWE-078/b', 'CWE-089/c']);
const ANSWER = '```python\ndef solve(text):\n    return text  # secure\n```\n';

async function scripted(script: Parameters<typeof fakeProvider>[0]) {
  const provider = fakeProvider(script);
  const session = await provider.load('scripted', {
    signal: new AbortController().signal,
    onProgress: () => undefined,
  });
  return { provider, session };
}

test('stores every attempt and ends with "finished"', async () => {
  const { run, ports } = await prepare(DATASET);
  const events = await eventsOf(run, ports);
  expect(events[0]).toEqual({ type: 'started', done: 0, total: 6 });
  expect(events.at(-1)).toEqual({ type: 'finished' });
  expect(await ports.store.listAttempts(run.id)).toHaveLength(6);
  expect(await ports.store.getRun(run.id)).toMatchObject({ done: 6, total: 6, state: 'finished' });
});

test('runs the first attempt of every sample before any second one', async () => {
  const { run, ports } = await prepare(DATASET);
  const events = await eventsOf(run, ports);
  const started = events.flatMap((event) =>
    event.type === 'generation-started' ? [`${event.sampleId}#${event.index}`] : [],
  );
  expect(started).toEqual([
    'CWE-022/a#0',
    'CWE-078/b#0',
    'CWE-089/c#0',
    'CWE-022/a#1',
    'CWE-078/b#1',
    'CWE-089/c#1',
  ]);
});

test('asks with the prompt of the strategy and a seed of its own for every attempt', async () => {
  const { provider, session } = await scripted(() => [{ text: ANSWER }]);
  const { run, ports } = await prepare(DATASET, { ports: { session } });
  await eventsOf(run, ports);
  expect(provider.requests[0]?.messages[0]?.content).toContain('Write `solve(text)`');
  expect(new Set(provider.requests.map((request) => request.seed)).size).toBe(6);
});

test('an attempt holds prompt, completion, code, observation and verdict', async () => {
  const { session } = await scripted(() => [
    { text: '```python\ndef solve(text):\n' },
    { text: '    return text  # secure\n```\n' },
  ]);
  const { run, ports } = await prepare(DATASET, { ports: { session } });
  await eventsOf(run, ports);
  const [attempt] = await ports.store.listAttempts(run.id);
  expect(attempt).toMatchObject({
    runId: 'run-1',
    sampleId: 'CWE-022/a',
    index: 0,
    completion: { text: ANSWER, finish: 'stop' },
    extraction: { kind: 'code', code: 'def solve(text):\n    return text  # secure\n' },
    observation: { kind: 'tested' },
    verdict: 'secure',
  });
});

test('an answer without code is invalid and never reaches the sandbox', async () => {
  const { session } = await scripted(() => []);
  const sandbox = fakeSandbox();
  const { run, ports } = await prepare(DATASET, { ports: { session, sandbox } });
  await eventsOf(run, ports);
  const attempts = await ports.store.listAttempts(run.id);
  expect(attempts.map((attempt) => attempt.verdict)).toEqual(Array(6).fill('invalid'));
  expect(attempts[0]?.observation).toBeNull();
  expect(sandbox.jobs).toEqual([]);
});

test('generates the next answer while earlier ones are scored', async () => {
  const { session } = await scripted(() => [{ text: ANSWER }]);
  const sandbox = fakeSandbox({ parallel: 2, ms: 20 });
  const { run, ports } = await prepare(DATASET, { ports: { session, sandbox } });
  const types = (await eventsOf(run, ports)).map((event) => event.type);
  const firstAttempt = types.indexOf('attempt');
  const before = types.slice(0, firstAttempt).filter((type) => type === 'generation-started');
  expect(before.length).toBeGreaterThanOrEqual(3);
  expect(sandbox.mostAtOnce).toBe(2);
});

test('a network failure is tried again after a wait, and its text is not kept', async () => {
  const failure = new ProviderError('network', 'The connection broke.');
  const { session } = await scripted((_, call) =>
    call === 0 ? [{ text: 'half' }, { fail: failure }] : [{ text: ANSWER }],
  );
  const waits: number[] = [];
  const sleep = async (ms: number) => void waits.push(ms);
  const { run, ports } = await prepare(DATASET, { ports: { session, sleep } });
  const events = await eventsOf(run, ports);
  expect(waits).toEqual([1000]);
  expect(events.filter((event) => event.type === 'generation-retry')).toMatchObject([
    { sampleId: 'CWE-022/a', index: 0, waitMs: 1000, code: 'network' },
  ]);
  const [attempt] = await ports.store.listAttempts(run.id);
  expect(attempt?.completion.text).toBe(ANSWER);
});

test('after three retries the run stops with the message, and what was answered before is stored', async () => {
  const failure = new ProviderError('network', 'The connection broke.');
  const { provider, session } = await scripted((_, call) =>
    call < 2 ? [{ text: ANSWER }] : [{ fail: failure }],
  );
  const sleep = async () => undefined;
  const { run, ports } = await prepare(DATASET, { ports: { session, sleep } });
  const events = await eventsOf(run, ports);
  expect(events.at(-1)).toEqual({
    type: 'generation-failed',
    sampleId: 'CWE-089/c',
    index: 0,
    code: 'network',
    message: 'The connection broke.',
  });
  expect(provider.requests).toHaveLength(6);
  expect(await ports.store.listAttempts(run.id)).toHaveLength(2);
});

test('a lost device is not tried again', async () => {
  const failure = new ProviderError('device-lost', 'The GPU is gone.');
  const { provider, session } = await scripted(() => [{ fail: failure }]);
  const { run, ports } = await prepare(DATASET, { ports: { session } });
  const events = await eventsOf(run, ports);
  expect(events.at(-1)).toMatchObject({ type: 'generation-failed', code: 'device-lost' });
  expect(provider.requests).toHaveLength(1);
});

test('an answer that breaks off without an end is a failed generation, not an attempt', async () => {
  const session = {
    device: { backend: 'none' as const },
    async *generate() {
      yield { type: 'text' as const, delta: 'half' };
    },
    dispose: async () => undefined,
  };
  const { run, ports } = await prepare(DATASET, { ports: { session } });
  const events = await eventsOf(run, ports);
  expect(events.at(-1)).toMatchObject({ type: 'generation-failed', code: 'unknown' });
  expect(await ports.store.listAttempts(run.id)).toEqual([]);
});

test('an inconclusive answer is run once more, and the second observation counts', async () => {
  let calls = 0;
  const sandbox = fakeSandbox({
    observe: (job) =>
      (calls += 1) === 1 ? { kind: 'engine-failed', detail: 'died' } : observeComment(job),
  });
  const { session } = await scripted(() => [{ text: ANSWER }]);
  const { run, ports } = await prepare(DATASET, { ports: { session, sandbox } });
  await eventsOf(run, ports);
  expect((await ports.store.listAttempts(run.id)).map((attempt) => attempt.verdict)).toEqual(
    Array(6).fill('secure'),
  );
  expect(sandbox.jobs).toHaveLength(7);
});

test('what stays inconclusive is stored as such', async () => {
  const sandbox = fakeSandbox({ observe: () => ({ kind: 'engine-failed', detail: 'died' }) });
  const { session } = await scripted(() => [{ text: ANSWER }]);
  const { run, ports } = await prepare(DATASET, { ports: { session, sandbox } });
  const events = await eventsOf(run, ports);
  expect(events.at(-1)).toEqual({ type: 'finished' });
  expect((await ports.store.listAttempts(run.id))[0]?.verdict).toBe('inconclusive');
});

test('without an engine the run stops and stores nothing', async () => {
  const sandbox = fakeSandbox({ observe: () => ({ kind: 'engine-failed', detail: 'died' }) });
  sandbox.status = { phase: 'failed', loadedBytes: 0, totalBytes: 9, problem: 'No connection.' };
  const { session } = await scripted(() => [{ text: ANSWER }]);
  const { run, ports } = await prepare(DATASET, { ports: { session, sandbox } });
  const events = await eventsOf(run, ports);
  expect(events.at(-1)).toEqual({ type: 'scoring-failed', message: 'No connection.' });
  expect(await ports.store.listAttempts(run.id)).toEqual([]);
});

test('a full disk stops the run with its message', async () => {
  const store = fakeRunStore((attempt) =>
    attempt.sampleId === 'CWE-078/b' ? new StorageError('quota', 'Storage is full.') : null,
  );
  const { run, ports } = await prepare(DATASET, { ports: { store } });
  const events = await eventsOf(run, ports);
  expect(events.at(-1)).toEqual({ type: 'storage-failed', message: 'Storage is full.' });
});

test('a run that was deleted meanwhile stops', async () => {
  const { run, ports } = await prepare(DATASET);
  await ports.store.deleteRun(run.id);
  const events = await eventsOf(run, ports);
  expect(events.at(-1)).toMatchObject({ type: 'storage-failed' });
});

test('a plan for another version of the data set is refused before anything runs', async () => {
  const { provider, session } = await scripted(() => [{ text: ANSWER }]);
  const { run, ports } = await prepare(DATASET, {
    plan: { datasetVersion: 'e'.repeat(64) },
    ports: { session },
  });
  const events = await eventsOf(run, ports);
  expect(events).toMatchObject([{ type: 'plan-refused', problems: [{ field: 'datasetVersion' }] }]);
  expect(provider.requests).toEqual([]);
});

test('a bug in the sandbox is thrown, not swallowed', async () => {
  const sandbox = fakeSandbox({
    observe: () => {
      throw new TypeError('bug');
    },
  });
  const { session } = await scripted(() => [{ text: ANSWER }]);
  const { run, ports } = await prepare(DATASET, { ports: { session, sandbox } });
  await expect(eventsOf(run, ports)).rejects.toThrow('bug');
});

test('leaving the loop early stops the model', async () => {
  const { provider, session } = await scripted(() => [{ text: 'a' }, { hang: true }]);
  const { run, ports } = await prepare(DATASET, { ports: { session } });
  for await (const event of runBenchmark(run, ports, new AbortController().signal)) {
    if (event.type === 'generation-text') break;
  }
  expect(provider.running).toBe(0);
  expect(provider.requests).toHaveLength(1);
});
