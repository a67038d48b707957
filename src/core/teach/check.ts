import type { Verdict } from '../verdicts/verdict.ts';
import type { AttackOutcome } from './attack.ts';

/**
 * What running an answer again showed: `verified` (it came to what the link claims), `mismatch`
 * (to something else), `unknown` (this browser could not find out).
 */
export type Check = 'verified' | 'mismatch' | 'unknown';

export function checkOf(claimed: Verdict | AttackOutcome, seen: Verdict | AttackOutcome): Check {
  if (seen === 'inconclusive') return 'unknown';
  return seen === claimed ? 'verified' : 'mismatch';
}
