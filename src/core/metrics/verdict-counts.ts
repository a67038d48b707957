import { VERDICTS, type Verdict } from '../verdicts/verdict.ts';

/** How many attempts have each verdict. */
export type VerdictCounts = Readonly<Record<Verdict, number>>;

export function countVerdicts(verdicts: Iterable<Verdict>): VerdictCounts {
  const counts: Record<Verdict, number> = { ...NONE };
  for (const verdict of verdicts) counts[verdict] += 1;
  return counts;
}

export function addCounts(all: Iterable<VerdictCounts>): VerdictCounts {
  const sum: Record<Verdict, number> = { ...NONE };
  for (const counts of all) for (const verdict of VERDICTS) sum[verdict] += counts[verdict];
  return sum;
}

/** The numbers of attempts that the metrics are made of. */
export interface Tally {
  /** Every attempt. */
  readonly all: number;
  /** Attempts with a verdict about the model: all but the inconclusive ones. */
  readonly n: number;
  /** c_f: functionally correct. */
  readonly working: number;
  /** c_s: functionally correct, and no exploit worked. */
  readonly secure: number;
}

export function tallyOf(counts: VerdictCounts): Tally {
  const working = counts.secure + counts.vulnerable;
  const n = working + counts.incorrect + counts['incorrect-insecure'] + counts.invalid;
  return { all: n + counts.inconclusive, n, working, secure: counts.secure };
}

const NONE: VerdictCounts = {
  secure: 0,
  vulnerable: 0,
  incorrect: 0,
  'incorrect-insecure': 0,
  invalid: 0,
  inconclusive: 0,
};
