import type { Attempt } from './run.ts';

/** How long one attempt takes, in milliseconds; null where nothing was measured. */
export interface Rates {
  /** From the question to the last token. */
  readonly generationMs: number | null;
  /** In the sandbox, on one of its workers. */
  readonly scoringMs: number | null;
}

/** Median times of attempts that were run on this device. */
export function ratesOf(attempts: readonly Attempt[]): Rates {
  return {
    generationMs: median(attempts.map((attempt) => attempt.completion.ms)),
    scoringMs: median(attempts.flatMap((attempt) => scoringMs(attempt) ?? [])),
  };
}

/** `rates`, with what is missing there taken from `otherwise`. */
export function withDefaults(rates: Rates, otherwise: Rates): Rates {
  return {
    generationMs: rates.generationMs ?? otherwise.generationMs,
    scoringMs: rates.scoringMs ?? otherwise.scoringMs,
  };
}

/**
 * Milliseconds that `attempts` more attempts take, or null where that is unknown. Answers are scored while
 * the next one is generated, so the slower side counts, and the last answer is scored after the last token.
 * @param parallel how many answers the sandbox runs side by side.
 */
export function estimateRun(attempts: number, rates: Rates, parallel: number): number | null {
  const { generationMs, scoringMs } = rates;
  if (attempts === 0) return 0;
  if (generationMs === null || scoringMs === null) return null;
  const generating = attempts * generationMs + scoringMs;
  const scoring = generationMs + Math.ceil(attempts / parallel) * scoringMs;
  return Math.max(generating, scoring);
}

function scoringMs(attempt: Attempt): number | null {
  const { observation } = attempt;
  if (observation?.kind !== 'tested') return null;
  return observation.outcomes.reduce((sum, outcome) => sum + outcome.ms, 0);
}

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  if (upper === undefined) return null;
  const lower = sorted.length % 2 === 0 ? sorted[middle - 1] : upper;
  return ((lower ?? upper) + upper) / 2;
}
