import type { Verdict } from '../verdicts/verdict.ts';

/**
 * What running an answer again showed: `verified` (the verdict is the one that the link claims), `mismatch`
 * (it is another), `unknown` (this browser could not find out).
 */
export type Check = 'verified' | 'mismatch' | 'unknown';

export function checkOf(claimed: Verdict, seen: Verdict): Check {
  if (seen === 'inconclusive') return 'unknown';
  return seen === claimed ? 'verified' : 'mismatch';
}
