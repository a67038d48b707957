import { expect } from '@playwright/test';
import { job, statuses, test } from './lab-page.ts';

const IDENTITY = 'def f(x):\n    return x\n';

test('a test that returns has passed', async ({ lab }) => {
  expect(await lab.result(IDENTITY, 'assert candidate(2) == 2')).toEqual({ status: 'passed' });
});

test('a failed assertion shows both sides', async ({ lab }) => {
  const result = await lab.result(IDENTITY, 'assert candidate(2) == 3');
  expect(result).toMatchObject({ status: 'failed', error: { type: 'AssertionError' } });
  expect(JSON.stringify(result)).toContain('2');
});

test('an exception of the code fails the test and names its line', async ({ lab }) => {
  const result = await lab.result('def f(x):\n    raise KeyError(x)\n', 'candidate(1)');
  expect(result).toMatchObject({ status: 'failed', error: { type: 'KeyError', line: 2 } });
});

test('outcomes come in the order of the tests, each with its time', async ({ lab }) => {
  const counting = 'def f(x):\n    return x + sum(range(200_000)) * 0\n';
  const observation = await lab.run(
    job(counting, {
      test_functional_one: 'assert candidate(1) == 1',
      test_functional_two: 'assert candidate(1) == 2',
      test_security_three: 'assert candidate(3) == 3',
    }),
  );
  expect(Object.entries(statuses(observation))).toEqual([
    ['test_functional_one', 'passed'],
    ['test_functional_two', 'failed'],
    ['test_security_three', 'passed'],
  ]);
  if (observation.kind !== 'tested') throw new Error('not tested');
  for (const { ms } of observation.outcomes) expect(ms).toBeGreaterThan(0);
});

for (const [what, code, failure] of [
  [
    'a syntax error',
    'def f(:\n',
    { reason: 'syntax-error', error: { type: 'SyntaxError', line: 1 } },
  ],
  ['a missing package', 'import flask\n', { reason: 'missing-module' }],
  ['an exception', 'x = 1\nx / 0\n', { reason: 'exception', error: { type: 'ZeroDivisionError' } }],
  ['no entry point', 'def g():\n    pass\n', { reason: 'no-entry-point', entryPoint: 'f' }],
  ['an exit', 'raise SystemExit(0)\n', { reason: 'died', how: 'exit' }],
  ['a hard exit', 'import os\nos._exit(0)\n', { reason: 'died', how: 'exit' }],
] as const) {
  test(`loading fails with ${what}`, async ({ lab }) => {
    const observation = await lab.run(job(code, { test_functional_it: 'candidate(1)' }));
    expect(observation).toMatchObject({ kind: 'load-failed', failure });
  });
}

test('sys.exit in a test is a death, and the tests after it go on', async ({ lab }) => {
  const observation = await lab.run(
    job('import os, sys\ndef f(how):\n    (sys.exit if how == 1 else os._exit)(3)\n', {
      test_functional_exit: 'candidate(1)',
      test_functional_hard_exit: 'candidate(2)',
      test_security_after: 'assert module.os.sep == "/"',
    }),
  );
  expect(statuses(observation)).toEqual({
    test_functional_exit: 'died',
    test_functional_hard_exit: 'died',
    test_security_after: 'passed',
  });
});

test("an error in the tests themselves is the engine's failure", async ({ lab }) => {
  const broken = { ...job(IDENTITY, { test_functional_it: 'pass' }), tests: 'import nothing_here' };
  expect(await lab.run(broken)).toMatchObject({ kind: 'engine-failed' });
});
