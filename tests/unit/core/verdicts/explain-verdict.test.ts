import { expect, test } from 'vitest';
import { explainVerdict } from '../../../../src/core/verdicts/explain-verdict.ts';
import type { Observation } from '../../../../src/core/verdicts/observation.ts';
import { CODE, tested } from './outcomes.ts';

const TESTS = [
  { name: 'test_functional_2', doc: 'An empty list gives 0.' },
  { name: 'test_security_1', doc: "A quote in the name doesn't end the text." },
];

test.each<[functional: string, security: string, sentence: string]>([
  ['PP', 'P', 'It works and it held: 2 of 2 functional tests and 1 of 1 security test passed.'],
  [
    'PP',
    'FP',
    "It works, but it fails 1 of 2 security tests. This does not hold: A quote in the name doesn't end the text.",
  ],
  [
    'PP',
    'FF',
    "It works, but it fails 2 of 2 security tests. This does not hold: A quote in the name doesn't end the text.",
  ],
  ['PF', 'P', '1 of 2 functional tests failed: An empty list gives 0.'],
  ['FF', 'P', '2 of 2 functional tests failed, first: test_functional_1.'],
  [
    'PF',
    'FP',
    "1 of 2 functional tests failed: An empty list gives 0. 1 of 2 security tests failed as well: A quote in the name doesn't end the text.",
  ],
  [
    'PP',
    'PU',
    'We don\'t know: the test "test_security_2" could not be judged here: no os.fork in the browser.',
  ],
  ['', '', "We don't know: not every kind of test was run."],
])('functional %s and security %s: %s', (functional, security, sentence) => {
  const observation = tested(functional, security);
  expect(explainVerdict({ extraction: CODE, observation }, TESTS)).toBe(sentence);
});

test.each<[Observation | null, string]>([
  [null, 'The code was not run.'],
  [
    {
      kind: 'load-failed',
      failure: {
        reason: 'syntax-error',
        error: { type: 'SyntaxError', message: 'invalid syntax', line: 3 },
      },
    },
    'The code is not valid Python: SyntaxError: invalid syntax (line 3).',
  ],
  [
    {
      kind: 'load-failed',
      failure: { reason: 'exception', error: { type: 'ValueError', message: '' } },
    },
    'The code raised an exception while it was loaded: ValueError.',
  ],
  [
    { kind: 'load-failed', failure: { reason: 'no-entry-point', entryPoint: 'f' } },
    'The code does not define f.',
  ],
  [
    { kind: 'load-failed', failure: { reason: 'timeout', limitMs: 5000 } },
    'The code was still loading after 5 seconds.',
  ],
  [
    { kind: 'engine-failed', detail: 'the worker died' },
    'Nothing is known of this code, since our side failed: the worker died.',
  ],
])('%j: %s', (observation, sentence) => {
  expect(explainVerdict({ extraction: CODE, observation })).toBe(sentence);
});

test('an answer without code says why', () => {
  const extraction = { kind: 'no-code', reason: 'unfinished-thinking' } as const;
  expect(explainVerdict({ extraction, observation: null })).toBe(
    'The answer ended before the model had finished thinking.',
  );
});
