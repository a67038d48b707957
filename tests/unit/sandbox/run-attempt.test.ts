import { expect, test } from 'vitest';
import type { TestKind } from '../../../src/core/dataset/sample.ts';
import type { SandboxJob } from '../../../src/run/ports.ts';
import { type PassRunner, runAttempt } from '../../../src/sandbox/host/run-attempt.ts';
import type { PassEnd } from '../../../src/sandbox/host/run-pass.ts';

function jobWith(...tests: readonly (readonly [name: string, kind: TestKind])[]): SandboxJob {
  return {
    code: '',
    entryPoint: 'f',
    tests: '',
    testInfos: tests.map(([name, kind]) => ({ name, kind, doc: name })),
    limits: { loadMs: 1000, testMs: 100 },
    seed: 1,
  };
}

const PASSED = { result: { status: 'passed' as const }, ms: 1 };

/** Fake worker: tests named in `hangs` never end, all others pass. */
function fakeRunner(hangs: readonly string[], calls: string[] = []): PassRunner {
  return async (tests, alone) => {
    calls.push(`${alone ? 'alone: ' : ''}${tests.join(' ')}`);
    const at = tests.findIndex((name) => hangs.includes(name));
    const done = at < 0 ? tests : tests.slice(0, at);
    const hung = tests[at];
    const end: PassEnd =
      hung === undefined ? { kind: 'finished' } : { kind: 'timeout', test: hung, limitMs: 100 };
    return { end, results: new Map(done.map((name) => [name, PASSED])), reusable: true };
  };
}

async function statuses(job: SandboxJob, runner: PassRunner): Promise<string[]> {
  const seen = await runAttempt(job, runner);
  if (seen.kind !== 'tested') throw new Error(seen.kind);
  return seen.outcomes.map(({ name, result }) => `${name} ${result.status}`);
}

test('a timeout counts after a second try alone, and the tests after it go on', async () => {
  const calls: string[] = [];
  const job = jobWith(['a', 'functional'], ['b', 'security'], ['c', 'functional']);
  expect(await statuses(job, fakeRunner(['b'], calls))).toEqual([
    'a passed',
    'b timeout',
    'c passed',
  ]);
  expect(calls).toEqual(['a b c', 'alone: b', 'c']);
});

test('two hanging security tests skip the other security tests, never a functional one', async () => {
  const job = jobWith(['x', 'security'], ['y', 'security'], ['z', 'security'], ['f', 'functional']);
  expect(await statuses(job, fakeRunner(['x', 'y']))).toEqual([
    'x timeout',
    'y timeout',
    'z skipped',
    'f passed',
  ]);
});

test('two timeouts with a functional one among them skip all that is left', async () => {
  const job = jobWith(
    ['f', 'functional'],
    ['x', 'security'],
    ['g', 'functional'],
    ['y', 'security'],
  );
  expect(await statuses(job, fakeRunner(['f', 'x']))).toEqual([
    'f timeout',
    'x timeout',
    'g skipped',
    'y skipped',
  ]);
});

test('a timeout that the second try does not confirm is no timeout', async () => {
  let first = true;
  const steady = fakeRunner([]);
  const runner: PassRunner = (tests, alone) => {
    const hangs = first ? ['a'] : [];
    first = false;
    return hangs.length > 0 ? fakeRunner(hangs)(tests, alone) : steady(tests, alone);
  };
  expect(await statuses(jobWith(['a', 'functional'], ['b', 'security']), runner)).toEqual([
    'a passed',
    'b passed',
  ]);
});

test('trouble of the engine is tried once more and then reported', async () => {
  let calls = 0;
  const runner: PassRunner = async () => {
    calls += 1;
    const end: PassEnd = { kind: 'engine-failed', detail: 'lost' };
    return { end, results: new Map(), reusable: false };
  };
  expect(await runAttempt(jobWith(['a', 'functional']), runner)).toEqual({
    kind: 'engine-failed',
    detail: 'lost',
  });
  expect(calls).toBe(2);
});
