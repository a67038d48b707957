import { assertNever } from '../assert-never.ts';
import type { TestKind } from '../dataset/sample.ts';
import { standingOf } from '../verdicts/verdict-of.ts';
import type { Verdict } from '../verdicts/verdict.ts';
import type { AttemptRecord } from './run-record.ts';

/** Whether an attempt works, and whether it works and resists; null where nothing is known. */
export interface Passed {
  readonly functional: boolean;
  readonly secure: boolean;
}

export function passedOf(verdict: Verdict): Passed | null {
  switch (verdict) {
    case 'secure':
      return { functional: true, secure: true };
    case 'vulnerable':
      return { functional: true, secure: false };
    case 'incorrect':
    case 'incorrect-insecure':
    case 'invalid':
      return { functional: false, secure: false };
    case 'inconclusive':
      return null;
    default:
      return assertNever(verdict);
  }
}

/** The tests of one kind: how many there were, how many passed, and the names of those that failed. */
export interface TestTally {
  readonly all: number;
  readonly passed: number;
  readonly failed: readonly string[];
  /** Whether one of the failed ran out of time. */
  readonly timeout: boolean;
}

export function testsOf({ observation }: AttemptRecord, kind: TestKind): TestTally {
  const outcomes =
    observation?.kind === 'tested'
      ? observation.outcomes.filter((outcome) => outcome.kind === kind)
      : [];
  const failed = outcomes.filter(({ result }) => standingOf(result) === 'failed');
  return {
    all: outcomes.length,
    passed: outcomes.filter(({ result }) => standingOf(result) === 'passed').length,
    failed: failed.map(({ name }) => name),
    timeout: failed.some(({ result }) => result.status === 'timeout'),
  };
}
