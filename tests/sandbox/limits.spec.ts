import { expect } from '@playwright/test';
import { job, statuses, test } from './lab-page.ts';

const SHORT = { loadMs: 1000, testMs: 600 };
const FINE = job('def f(x):\n    return x\n', { test_functional_it: 'assert candidate(2) == 2' });

test.afterEach('the next attempt is right', async ({ lab }) => {
  expect(await lab.run(FINE)).toMatchObject({ outcomes: [{ result: { status: 'passed' } }] });
});

test('an endless loop while loading is stopped', async ({ lab }) => {
  const observation = await lab.run({
    ...job('while True:\n    pass\n', { test_functional_it: 'candidate()' }),
    limits: SHORT,
  });
  expect(observation).toMatchObject({ kind: 'load-failed', failure: { reason: 'timeout' } });
});

test('an endless loop in a test is stopped, and the other tests go on', async ({ lab }) => {
  const code = 'def f(x):\n    while x:\n        pass\n    return x\n';
  const observation = await lab.run({
    ...job(code, {
      test_functional_before: 'assert candidate(0) == 0',
      test_security_hang: 'candidate(1)',
      test_security_after: 'assert candidate(0) == 0',
    }),
    limits: SHORT,
  });
  expect(statuses(observation)).toEqual({
    test_functional_before: 'passed',
    test_security_hang: 'timeout',
    test_security_after: 'passed',
  });
});

test('after two timeouts the rest is skipped', async ({ lab }) => {
  const observation = await lab.run({
    ...job('def f():\n    while True:\n        pass\n', {
      test_functional_one: 'candidate()',
      test_functional_two: 'candidate()',
      test_functional_three: 'candidate()',
    }),
    limits: SHORT,
  });
  expect(Object.values(statuses(observation)).sort()).toEqual(['skipped', 'timeout', 'timeout']);
});

test('a test with a longer limit of its own may take longer', async ({ lab }) => {
  const code =
    'import time\ndef f():\n    end = time.perf_counter() + 0.1\n    n = 0\n    while n < 60:\n        n += 1\n        time.sleep(0.02)\n    return 1\n';
  const patient = job(code, { test_functional_it: 'assert candidate() == 1' });
  const [info] = patient.testInfos;
  if (!info) throw new Error('no test');
  const observation = await lab.run({
    ...patient,
    testInfos: [{ ...info, limitMs: 8000 }],
    limits: SHORT,
  });
  expect(statuses(observation)).toEqual({ test_functional_it: 'passed' });
});

test('a catastrophic regular expression is stopped', async ({ lab }) => {
  const code = 'import re\ndef f(text):\n    return re.match(r"(a+)+$", text)\n';
  const result = await lab.result(code, 'candidate("a" * 40 + "!")', SHORT);
  expect(result).toMatchObject({ status: 'timeout' });
});

test('a finally that goes on after the time is up changes nothing', async ({ lab }) => {
  const code =
    'def f():\n    while True:\n        try:\n            while True:\n                pass\n        except BaseException:\n            continue\n';
  expect(await lab.result(code, 'candidate()', SHORT)).toMatchObject({ status: 'timeout' });
});

test('filling the memory ends the attempt with the memory limit, not the page', async ({ lab }) => {
  const code =
    'def f():\n    kept = []\n    while True:\n        kept.append(bytearray(8 << 20))\n';
  expect(await lab.result(code, 'candidate()')).toMatchObject({ status: 'died', how: 'memory' });
});

test('endless recursion is an exception of the code', async ({ lab }) => {
  const code = 'def f():\n    return f()\n';
  expect(await lab.result(code, 'candidate()')).toMatchObject({
    status: 'failed',
    error: { type: 'RecursionError' },
  });
});

test('an abort ends an attempt that hangs', async ({ lab }) => {
  const hang = job('while True:\n    pass\n', { test_functional_it: 'pass' });
  const started = Date.now();
  const name = await lab.page.evaluate((given) => window.lab.abort(given, 400), hang);
  expect(name).toBe('TimeoutError');
  expect(Date.now() - started).toBeLessThan(2500);
});

test('jobs side by side keep their own results', async ({ lab }) => {
  const jobs = Array.from({ length: 12 }, (_, index) =>
    job(`def f():\n    return ${index}\n`, {
      test_functional_it: `assert candidate() == ${index % 2 === 0 ? index : index + 1}`,
    }),
  );
  const observations = await lab.runAll(jobs);
  expect(observations.map((observation) => statuses(observation)['test_functional_it'])).toEqual(
    jobs.map((_, index) => (index % 2 === 0 ? 'passed' : 'failed')),
  );
});

test('a frame that is gone is noticed, and the engine starts anew', async ({ lab }) => {
  await lab.page.evaluate(() => document.querySelector('iframe')?.remove(), null);
  expect(await lab.run(FINE)).toMatchObject({ outcomes: [{ result: { status: 'passed' } }] });
});
