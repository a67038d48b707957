import { expect } from '@playwright/test';
import { job, statuses, test } from './lab-page.ts';

// Tests that a visitor sent: they run where the site's own tests run, so they may spoil anything there.

const SPOIL: readonly (readonly [what: string, body: string])[] = [
  ['the way in which tests are run', 'import harness.runner; harness.runner.Runner._run_test = lambda *_: {"status": "passed"}'],
  ['the helpers of tests', 'import harness; harness.raises = harness.attack = lambda *_, **__: None'],
  ['builtins', 'import builtins; builtins.AssertionError = type("Never", (Exception,), {})'],
  ['the codec', 'import codec; codec.Judge.violations = []; codec.Judge.call = lambda *_: 1'],
  ['what tells the page', 'import judge_main; judge_main._teller.tell = lambda event: None'],
]; // prettier-ignore

const WRONG = job('def f():\n    return 2\n', { test_functional_it: 'assert candidate() == 1' });
const RIGHT = job('def f():\n    return 1\n', { test_functional_it: 'assert candidate() == 1' });

for (const [what, body] of SPOIL) {
  test(`no later attempt is judged by ${what} that they left`, async ({ lab }) => {
    const spoilt = { ...job('def f():\n    return 1\n', { test_security_it: body }) };
    await lab.runAll([
      { ...spoilt, foreignTests: true },
      { ...spoilt, foreignTests: true },
      { ...spoilt, foreignTests: true },
    ]);
    const later = await lab.runAll([WRONG, RIGHT, WRONG, RIGHT, WRONG, RIGHT]);
    expect(later.map(statuses)).toEqual(
      later.map((_, at) => ({ test_functional_it: at % 2 === 0 ? 'failed' : 'passed' })),
    );
  });
}

test('they find the programs as any other test does', async ({ lab }) => {
  const body = 'assert attack(candidate).value == 1';
  const attack = { ...job('def f():\n    return 1\n', { test_security_it: body }) };
  const observation = await lab.run({ ...attack, foreignTests: true });
  expect(statuses(observation)).toEqual({ test_security_it: 'passed' });
});
