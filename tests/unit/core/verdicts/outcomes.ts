import type { Extraction } from '../../../../src/core/extraction/extraction.ts';
import type {
  Observation,
  TestOutcome,
  TestResult,
} from '../../../../src/core/verdicts/observation.ts';

export const CODE: Extraction = { kind: 'code', code: 'def f(): ...', rule: 'fenced-block' };

const RESULTS: Readonly<Record<string, TestResult>> = {
  P: { status: 'passed' },
  F: { status: 'failed', error: { type: 'AssertionError', message: '1 != 2' } },
  T: { status: 'timeout', limitMs: 3000 },
  D: { status: 'died', how: 'exit', detail: 'sys.exit(0)' },
  S: { status: 'skipped', reason: 'earlier tests timed out' },
  U: { status: 'inconclusive', reason: 'no os.fork in the browser' },
};

/** `tested('PF', 'PU')`: the functional and the security tests, one letter a test. */
export function tested(functional: string, security: string): Observation {
  const outcomes = (letters: string, kind: TestOutcome['kind']): TestOutcome[] =>
    [...letters].map((letter, index) => {
      const result = RESULTS[letter];
      if (result === undefined) throw new Error(`no result for ${letter}`);
      return { name: `test_${kind}_${index + 1}`, kind, result, ms: 1 };
    });
  return {
    kind: 'tested',
    outcomes: [...outcomes(functional, 'functional'), ...outcomes(security, 'security')],
  };
}
