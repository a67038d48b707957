import { expect, test } from 'vitest';
import type { Observation } from '../../../src/core/verdicts/observation.ts';
import { limitsAfter, SelfChecks } from '../../../src/run/self-check.ts';
import { fakeDataset } from '../../fakes/fake-dataset.ts';
import { type FakeSandboxOptions, fakeSandbox, observeComment } from '../../fakes/fake-sandbox.ts';
import { fakeSelfChecks } from '../../fakes/fake-self-checks.ts';
import { eventsOf, prepare } from './harness.ts';

const DATASET = fakeDataset(['CWE-022/a', 'CWE-089/b']);
const [SAMPLE] = DATASET.samples;

function setUp(observe?: FakeSandboxOptions['observe']) {
  const sandbox = fakeSandbox(observe ? { observe } : {});
  const checks = fakeSelfChecks('none');
  const ports = { sandbox, checks, now: () => 7 };
  const signal = new AbortController().signal;
  return { sandbox, checks, selfChecks: new SelfChecks(ports, 'v1', signal) };
}

function sample() {
  if (SAMPLE === undefined) throw new Error('the fake data set is empty');
  return SAMPLE;
}

test('the secure reference must be secure and the insecure one vulnerable', async () => {
  const { selfChecks, sandbox } = setUp();
  expect(await selfChecks.of(sample())).toMatchObject({
    key: 'v1 fake CWE-022/a',
    problem: null,
    slowestMs: 3,
    checkedAt: 7,
  });
  expect(sandbox.jobs.map(({ code }) => code)).toEqual([
    sample().secureCode,
    sample().insecureCode,
  ]);
});

test('what failed of the insecure code is told with the words of the tests', async () => {
  const { selfChecks } = setUp();
  const { insecureFailures } = await selfChecks.of(sample());
  const security = sample().testInfos.filter(({ kind }) => kind === 'security');
  expect(insecureFailures).toEqual(
    security.map(({ doc, name }) => ({ doc, message: `AssertionError: ${name} failed` })),
  );
});

test('a sample is checked once, however often it is asked for', async () => {
  const { selfChecks, sandbox, checks } = setUp();
  await Promise.all([selfChecks.of(sample()), selfChecks.of(sample())]);
  await selfChecks.of(sample());
  expect(sandbox.jobs).toHaveLength(2);
  expect(checks.puts).toHaveLength(1);
});

test('a reference that is misjudged once is tried again', async () => {
  let calls = 0;
  const { selfChecks } = setUp((job) =>
    (calls += 1) === 1 ? { kind: 'engine-failed', detail: 'died' } : observeComment(job),
  );
  expect((await selfChecks.of(sample())).problem).toBeNull();
});

const DIED: Observation = { kind: 'engine-failed', detail: 'died' };

test('a reference that stays misjudged is a problem, and is not remembered', async () => {
  const { selfChecks, checks } = setUp(() => DIED);
  expect((await selfChecks.of(sample())).problem).toBe(
    'its secure reference solution is judged “inconclusive” in this browser',
  );
  expect(checks.puts).toEqual([]);
});

test('attempts at a sample that failed its check are inconclusive, with the reason', async () => {
  const sandbox = fakeSandbox({
    observe: (job) => (job.code.includes('# secure') ? DIED : observeComment(job)),
  });
  const session = {
    device: { backend: 'none' as const },
    async *generate() {
      yield { type: 'text' as const, delta: '```python\ndef solve(text):\n    return text\n```' };
      yield { type: 'done' as const, finish: 'stop' as const };
    },
    dispose: async () => undefined,
  };
  const { run, ports } = await prepare(DATASET, {
    ports: { sandbox, session, checks: fakeSelfChecks('none') },
  });
  await eventsOf(run, ports);
  const [attempt] = await ports.store.listAttempts(run.id);
  expect(attempt).toMatchObject({
    verdict: 'inconclusive',
    observation: { kind: 'engine-failed' },
    selfCheck: {
      problem: 'its secure reference solution is judged “inconclusive” in this browser',
    },
  });
});

test('a device on which the secure solution is slow gives longer limits', () => {
  const limits = { loadMs: 5000, testMs: 3000 };
  const check = {
    key: 'k',
    sampleId: 'CWE-022/a',
    problem: null,
    insecureFailures: [],
    checkedAt: 1,
  };
  expect(limitsAfter({ ...check, slowestMs: 1000 }, limits).testMs).toBe(5000);
  expect(limitsAfter({ ...check, slowestMs: 10 }, limits).testMs).toBe(3000);
  expect(limitsAfter(null, limits)).toBe(limits);
});
