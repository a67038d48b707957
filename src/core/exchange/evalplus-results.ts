import { groupBy } from '../group-by.ts';
import { passAtK } from '../metrics/pass-at-k.ts';
import { codeOf, inOrder, isoTime, type AttemptRecord, type RunRecord } from './run-record.ts';
import { passedOf, testsOf, type Passed } from './standings.ts';

type Status = 'pass' | 'fail' | 'timeout';

interface EvalPlusResult {
  readonly task_id: string;
  readonly solution: string;
  readonly base_status: Status;
  readonly plus_status: Status;
  readonly base_fail_tests: readonly string[];
  readonly plus_fail_tests: readonly string[];
}

/**
 * `eval_results.json` as EvalPlus writes it (evalplus/evaluate.py): `base` are the functional tests, `plus` the
 * security tests, so that its "base + extra" is secure-pass@k. Attempts that are inconclusive are no results;
 * `left_out` counts them. For k = 1, 10 and 100 pass@k is there where every sample has so many results.
 */
export function evalplusResults(run: RunRecord, attempts: readonly AttemptRecord[]): string {
  const known = inOrder(attempts).flatMap((attempt) => {
    const passed = passedOf(attempt.verdict);
    return passed === null ? [] : [{ attempt, passed }];
  });
  const tasks = [...groupBy(known, ({ attempt }) => attempt.sampleId)];
  const passes = tasks.map(([, ofTask]) => ofTask.map(({ passed }) => passed));
  return `${JSON.stringify(
    {
      date: isoTime(run.updatedAt).slice(0, 16).replace('T', ' '),
      hash: run.plan.datasetVersion,
      eval: Object.fromEntries(
        tasks.map(([id, ofTask]) => [
          id,
          ofTask.map(({ attempt, passed }) => resultOf(attempt, passed)),
        ]),
      ),
      pass_at_k: { base: passTable(passes, 'functional'), plus: passTable(passes, 'secure') },
      left_out: attempts.length - known.length,
    },
    null,
    1,
  )}\n`;
}

function resultOf(attempt: AttemptRecord, passed: Passed): EvalPlusResult {
  const functional = testsOf(attempt, 'functional');
  const security = testsOf(attempt, 'security');
  return {
    task_id: attempt.sampleId,
    solution: codeOf(attempt),
    base_status: passed.functional ? 'pass' : functional.timeout ? 'timeout' : 'fail',
    plus_status: statusOfSecurity(attempt, passed),
    base_fail_tests: functional.failed,
    plus_fail_tests: security.failed,
  };
}

/** Code that doesn't work may still resist; code that never ran shows nothing and fails. */
function statusOfSecurity(attempt: AttemptRecord, passed: Passed): Status {
  const { all, passed: count, timeout } = testsOf(attempt, 'security');
  if (passed.secure || (all > 0 && count === all)) return 'pass';
  return timeout ? 'timeout' : 'fail';
}

function passTable(
  tasks: readonly (readonly Passed[])[],
  kind: keyof Passed,
): Readonly<Record<string, number>> {
  const figures = [1, 10, 100].flatMap((k): readonly (readonly [string, number])[] => {
    const values = tasks.map((passed) =>
      passAtK(passed.length, passed.filter((each) => each[kind]).length, k),
    );
    const measured = values.filter((value) => value !== null);
    if (tasks.length === 0 || measured.length < tasks.length) return [];
    return [[`pass@${k}`, measured.reduce((sum, value) => sum + value, 0) / measured.length]];
  });
  return Object.fromEntries(figures);
}
