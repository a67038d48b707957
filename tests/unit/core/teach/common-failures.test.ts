import { expect, test } from 'vitest';
import { commonFailures } from '../../../../src/core/teach/common-failures.ts';
import type { Observation } from '../../../../src/core/verdicts/observation.ts';

const error = { type: 'AssertionError', message: '' };
const tested = (...failed: readonly string[]): Observation => ({
  kind: 'tested',
  outcomes: ['test_functional_a', 'test_security_b', 'test_security_c'].map((name) => ({
    name,
    kind: name.includes('security') ? 'security' : 'functional',
    ms: 1,
    result: failed.includes(name) ? { status: 'failed', error } : { status: 'passed' },
  })),
});

test('the attacks that got through most often come first', () => {
  const observations = [
    tested('test_functional_a', 'test_security_c'),
    tested('test_functional_a', 'test_security_c', 'test_security_b'),
    tested('test_functional_a'),
    { kind: 'engine-failed', detail: '' } as const,
    null,
  ];
  expect(commonFailures(observations)).toEqual([
    { name: 'test_security_c', kind: 'security', failed: 2 },
    { name: 'test_security_b', kind: 'security', failed: 1 },
    { name: 'test_functional_a', kind: 'functional', failed: 3 },
  ]);
});
