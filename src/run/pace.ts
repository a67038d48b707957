import type { Attempt, Completion } from './run.ts';

/** How many tokens models read and wrote for some attempts. */
export interface TokenCounts {
  readonly prompt: number;
  readonly completion: number;
  /** Whether the models counted all of them; else some are estimated from the length of texts. */
  readonly exact: boolean;
}

/** What a group of attempts shows of the pace, all rounds included. */
export interface Work {
  readonly attempts: number;
  /** Tokens that were written anew: replayed answers cost none. */
  readonly newTokens: number;
}

/** Tokens of all rounds of the attempts; null where no answer says how many it has. */
export function tokensOf(attempts: Iterable<Attempt>): TokenCounts | null {
  let [prompt, completion, exact, counted] = [0, 0, true, false];
  for (const attempt of attempts) {
    for (const { usage } of completionsOf(attempt)) {
      if (usage === undefined) continue;
      counted = true;
      prompt += usage.prompt;
      completion += usage.completion;
      exact &&= usage.exact;
    }
  }
  return counted ? { prompt, completion, exact } : null;
}

/** `work` with one attempt more. */
export function withAttempt({ attempts, newTokens }: Work, attempt: Attempt): Work {
  const written = completionsOf(attempt)
    .filter(({ replayed }) => replayed !== true)
    .reduce((sum, { usage }) => sum + (usage?.completion ?? 0), 0);
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

function completionsOf({ completion, earlier = [] }: Attempt): readonly Completion[] {
  return [...earlier.map((round) => round.completion), completion];
}
