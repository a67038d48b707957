import { expect, test } from 'vitest';
import { expectedVerdicts } from '../../../src/models/reference/index.ts';
import { runBenchmark } from '../../../src/run/run-benchmark.ts';
import type { RunPorts } from '../../../src/run/run-benchmark.ts';
import type { Attempt, Run } from '../../../src/run/run.ts';
import { fakeDataset } from '../../fakes/fake-dataset.ts';
import { fakeRunStore } from '../../fakes/fake-run-store.ts';
import { fakeSandbox } from '../../fakes/fake-sandbox.ts';
import { eventsOf, prepare } from './harness.ts';

const DATASET = fakeDataset(['CWE-022/a', 'CWE-078/b', 'CWE-089/c', 'CWE-502/d']);

/** An attempt without what the clock says. */
function timeless({ completion, finishedAt: _, ...attempt }: Attempt) {
  return { ...attempt, completion: { ...completion, ms: 0 } };
}

async function storedBy(run: Run, ports: RunPorts) {
  return (await ports.store.listAttempts(run.id)).map(timeless);
}

async function undisturbed() {
  const { run, ports } = await prepare(DATASET);
  const events = await eventsOf(run, ports);
  return { attempts: await storedBy(run, ports), events: events.length };
}

test('aborted after any event and resumed, a run stores what an undisturbed one does, each once', async () => {
  const whole = await undisturbed();
  expect(whole.attempts).toHaveLength(8);
  for (let stop = 1; stop <= whole.events; stop += 1) {
    const store = fakeRunStore();
    const { run, ports } = await prepare(DATASET, { ports: { store } });
    const controller = new AbortController();
    let seen = 0;
    let last: string | undefined;
    for await (const event of runBenchmark(run, ports, controller.signal)) {
      last = event.type;
      if ((seen += 1) === stop) controller.abort();
    }
    expect(['paused', 'finished']).toContain(last);
    await eventsOf(run, ports);
    expect(await storedBy(run, ports)).toEqual(whole.attempts);
    expect(store.puts).toHaveLength(8);
    expect(await store.getRun(run.id)).toMatchObject({ done: 8, state: 'finished' });
  }
});

test('left after any event (a closed tab) and resumed, it comes to the same', async () => {
  const whole = await undisturbed();
  for (let stop = 1; stop <= whole.events; stop += 1) {
    const store = fakeRunStore();
    const { run, ports } = await prepare(DATASET, { ports: { store } });
    let seen = 0;
    for await (const _event of runBenchmark(run, ports, new AbortController().signal)) {
      if ((seen += 1) === stop) break;
    }
    await eventsOf(run, ports);
    expect(await storedBy(run, ports)).toEqual(whole.attempts);
    expect(store.puts).toHaveLength(8);
  }
});

test('aborted again and again, it loses no more than what was in flight', async () => {
  const whole = await undisturbed();
  const store = fakeRunStore();
  const sandbox = fakeSandbox({ ms: 2 });
  const { run, ports } = await prepare(DATASET, { ports: { store, sandbox } });
  let done = 0;
  for (let rounds = 0; done < 8; rounds += 1) {
    expect(rounds).toBeLessThanOrEqual(8);
    const controller = new AbortController();
    for await (const event of runBenchmark(run, ports, controller.signal)) {
      if (event.type === 'attempt') controller.abort();
    }
    const stored = await storedBy(run, ports);
    expect(stored.length).toBeGreaterThan(done);
    done = stored.length;
  }
  expect(await storedBy(run, ports)).toEqual(whole.attempts);
});

test('an aborted signal starts nothing', async () => {
  const sandbox = fakeSandbox();
  const { run, ports } = await prepare(DATASET, { ports: { sandbox } });
  const events = await eventsOf(run, ports, AbortSignal.abort());
  expect(events).toEqual([
    { type: 'started', done: 0, total: 8 },
    { type: 'paused', reason: 'aborted' },
  ]);
  expect(sandbox.jobs).toEqual([]);
});

test('resuming a finished run does nothing', async () => {
  const { run, ports } = await prepare(DATASET);
  await eventsOf(run, ports);
  expect(await eventsOf(run, ports)).toEqual([
    { type: 'started', done: 8, total: 8 },
    { type: 'finished' },
  ]);
});

test('the seeded mix comes to exactly the verdicts that it announces', async () => {
  const { run, ports } = await prepare(DATASET, { plan: { attemptsPerSample: 50 } });
  await eventsOf(run, ports);
  const attempts = await ports.store.listAttempts(run.id);
  const found = attempts.map(({ sampleId, index, verdict }) => ({
    sampleId,
    index,
    verdict: verdict === 'incorrect-insecure' ? 'incorrect' : verdict,
  }));
  expect(found).toEqual(expectedVerdicts(run.plan));
  expect(new Set(found.map(({ verdict }) => verdict)).size).toBe(4);
});

test('attempts of one sample differ in the mix', async () => {
  const { run, ports } = await prepare(DATASET, { plan: { attemptsPerSample: 20 } });
  const ofFirst = expectedVerdicts(run.plan).filter(({ sampleId }) => sampleId === 'CWE-022/a');
  expect(new Set(ofFirst.map(({ verdict }) => verdict)).size).toBeGreaterThan(1);
  expect(ports.dataset).toBe(DATASET);
});
