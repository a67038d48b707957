import type { Attempt } from './run.ts';
import { completionsOf, tokenTotals } from './token-figures.ts';

/** What a group of attempts shows of the pace, all rounds included. */
export interface Work {
  readonly attempts: number;
  /** Tokens that were written anew: replayed answers cost none. */
  readonly newTokens: number;
}

/** `work` with one attempt more. */
export function withAttempt({ attempts, newTokens }: Work, attempt: Attempt): Work {
  const written = tokenTotals(completionsOf([attempt]))?.completion ?? 0;
  return { attempts: attempts + 1, newTokens: newTokens + written };
}

/** The pace of a run, at present. */
export interface Pace {
  readonly msPerAttempt: number;
  readonly attemptsPerMinute: number;
  /** Null where no token was counted. */
  readonly tokensPerSecond: number | null;
}

/** The pace of what was done in `ms` milliseconds; null before two attempts: the first one tells too little. */
export function paceOf({ attempts, newTokens }: Work, ms: number): Pace | null {
  if (attempts < 2 || ms <= 0) return null;
  return {
    msPerAttempt: ms / attempts,
    attemptsPerMinute: (60_000 * attempts) / ms,
    tokensPerSecond: newTokens === 0 ? null : (1000 * newTokens) / ms,
  };
}
