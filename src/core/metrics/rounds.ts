import type { Verdict } from '../verdicts/verdict.ts';

/** An attempt as far as its rounds matter. */
interface WithRounds {
  readonly verdict: Verdict;
  readonly earlier?: readonly { readonly verdict: Verdict }[];
}

/**
 * The verdict of an attempt as it stood after some rounds of repair, counted from 0. One that ended earlier,
 * since nothing failed any more, stays as it ended.
 */
export function verdictAfter(attempt: WithRounds, round: number): Verdict {
  return attempt.earlier?.[round]?.verdict ?? attempt.verdict;
}

/** How many rounds the longest attempt had; 0 where no strategy with rounds was used. */
export function roundsIn(attempts: readonly WithRounds[]): number {
  return attempts.reduce((most, { earlier = [] }) => Math.max(most, earlier.length), 0);
}
