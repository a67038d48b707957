import { MIN_SAMPLES_FOR_INTERVAL } from './estimate.ts';
import { tallyOf, type VerdictCounts } from './verdict-counts.ts';

/** z of 97.5 % and of 80 %: a two-sided test at 5 % that finds the difference four times of five. */
const Z_SUM = 1.959964 + 0.841621;

/**
 * How small a difference of the share of secure answers a comparison with another run of the same size can
 * show, 0 to 1: 2.80 · √(2 s² / m), with the variance s² of the m samples' shares. It takes the two runs for
 * unrelated; on the same samples a paired comparison usually shows smaller ones. Null below 20 samples.
 */
export function detectableDifference(
  samples: readonly { readonly counts: VerdictCounts }[],
): number | null {
  const shares = samples
    .map(({ counts }) => tallyOf(counts))
    .filter(({ n }) => n > 0)
    .map(({ n, secure }) => secure / n);
  if (shares.length < MIN_SAMPLES_FOR_INTERVAL) return null;
  const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
  const squares = shares.reduce((sum, share) => sum + (share - mean) ** 2, 0);
  // Where all samples agree the variance is unknown rather than zero: one sample that differs is assumed.
  const floor = (1 / shares.length) * (1 - 1 / shares.length);
  const variance = Math.max(squares / (shares.length - 1), floor);
  return Math.min(1, Z_SUM * Math.sqrt((2 * variance) / shares.length));
}
