import { expect, test } from 'vitest';
import type { Observation, TestResult } from '../../../src/core/verdicts/observation.ts';
import { qualityReport } from '../../../scripts/dataset/quality-report.ts';
import { fakeSample } from '../../fakes/fake-dataset.ts';

const FAILED: TestResult = {
  status: 'failed',
  error: { type: 'AssertionError', message: '' },
};

function tested(functional: TestResult, security: TestResult): Observation {
  return {
    kind: 'tested',
    outcomes: [
      { name: 'test_functional_echo', kind: 'functional', result: functional, ms: 1 },
      { name: 'test_security_quote', kind: 'security', result: security, ms: 1 },
    ],
  };
}

test('counts broken samples, insecure code that only malfunctions, and references that fall', () => {
  const samples = ['CWE-001/a', 'CWE-001/b', 'CWE-001/c'].map((id) => fakeSample(id));
  const PASSED: TestResult = { status: 'passed' };
  const insecure = [tested(PASSED, FAILED), tested(FAILED, PASSED), tested(PASSED, FAILED)];
  const secure = [tested(PASSED, PASSED), tested(PASSED, PASSED), tested(PASSED, FAILED)];
  const seen = samples.flatMap((sample, index) =>
    (['secure', 'insecure'] as const).map((role) => ({
      sample,
      program: {
        sampleId: sample.id,
        role,
        file: `dataset/${sample.id}/${role}.py`,
        code: '',
      },
      observations: [(role === 'secure' ? secure : insecure)[index]].filter(
        (one) => one !== undefined,
      ),
    })),
  );
  const text = qualityReport(
    {
      samples,
      seen,
      violations: [
        { file: 'dataset/CWE-001/b/tests.py', line: 1, message: 'the test demands "x", which …' },
        { file: 'dataset/CWE-001/c/secure.py', line: 1, message: 'must pass' },
      ],
      readTwice: new Set(['CWE-001/a']),
      passes: 2,
      native: false,
      seconds: 3,
    },
    'a'.repeat(64),
    '2026-11-26',
  );
  const figure = (row: string): string | undefined =>
    text
      .split('\n')
      .find((line) => line.includes(row))
      ?.split('|')
      .at(-2)
      ?.trim();
  expect(figure('references and tests agree')).toBe('1 of 3');
  expect(figure('fails only for reasons')).toBe('1 of 3');
  expect(figure('tests that force')).toBe('1 of 3');
  expect(figure('can be exploited')).toBe('1 of 3 by the tests');
  expect(text).toContain('Read a second time: 1 of 3.');
});
