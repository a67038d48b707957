import { expect } from '@playwright/test';
import { FORGERIES, LEFT_BEHIND } from './forgeries.ts';
import { job, statuses, test } from './lab-page.ts';

const WRONG = /^(failed|died|load-failed)$/;

for (const { what, code, test: body = 'assert candidate() == 42' } of FORGERIES) {
  test(`${what} doesn't make a test pass`, async ({ lab }) => {
    const observation = await lab.run(job(code, { test_functional_it: body }));
    const { test_functional_it: status } = statuses(observation);
    expect(status ?? observation.kind).toMatch(WRONG);
  });
}

test('the same test passes for code that knows the answer', async ({ lab }) => {
  expect(await lab.result('def f():\n    return 42\n', 'assert candidate() == 42')).toEqual({
    status: 'passed',
  });
});

test('code that asks for what a browser has not is inconclusive, never passed', async ({ lab }) => {
  const code = 'import os\ndef f():\n    try: os.fork()\n    except OSError: pass\n    return 1\n';
  const result = await lab.result(code, 'assert candidate() == 42');
  expect(result).toMatchObject({ status: 'inconclusive' });
});

for (const { what, code } of LEFT_BEHIND) {
  test(`${what}, left behind, doesn't make the next attempt pass`, async ({ lab }) => {
    const probe = [
      'import builtins, sys',
      'def f():',
      '    if hasattr(builtins, "answer"): return 42',
      '    try:',
      '        import answer',
      '        return 42',
      '    except ImportError:',
      '        return 1',
    ].join('\n');
    const observations = await lab.runAll([
      ...[1, 2, 3].map(() => job(code, { test_functional_it: 'assert candidate() == 42' })),
      ...[1, 2, 3, 4].map(() =>
        job(`${probe}\n`, { test_functional_it: 'assert candidate() == 42' }),
      ),
      ...[1, 2, 3, 4].map(() =>
        job('def f():\n    return 42\n', { test_functional_it: 'assert candidate() == 42' }),
      ),
    ]);
    const seen = observations.map((each) => statuses(each)['test_functional_it'] ?? each.kind);
    expect(seen.slice(3, 7)).toEqual(Array.from({ length: 4 }, () => 'failed'));
    expect(seen.slice(7)).toEqual(Array.from({ length: 4 }, () => 'passed'));
  });
}

test('code that turns to refusing after enough work is found out by the order of the tests', async ({
  lab,
}) => {
  const code = [
    'import builtins',
    'builtins.calls = getattr(builtins, "calls", 0)',
    'def f(x):',
    '    builtins.calls += 1',
    '    if builtins.calls > 5: raise ValueError("closed")',
    '    return x',
    '',
  ].join('\n');
  const functional = [1, 2, 3, 4, 5].map(
    (n) => [`test_functional_${n}`, `assert candidate(${n}) == ${n}`] as const,
  );
  const security = [1, 2, 3, 4, 5].map(
    (n) =>
      [
        `test_security_${n}`,
        `outcome = attack(candidate, "secret")\nassert outcome.refused or outcome.value != "secret"`,
      ] as const,
  );
  const observation = await lab.run(job(code, Object.fromEntries([...functional, ...security])));
  expect(Object.values(statuses(observation))).toContain('failed');
  expect(
    Object.entries(statuses(observation)).filter(
      ([name, status]) => name.startsWith('test_functional') && status === 'failed',
    ),
  ).not.toEqual([]);
});
