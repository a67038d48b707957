import { MIN_SAMPLES_FOR_INTERVAL } from './estimate.ts';
import { tallyOf, type VerdictCounts } from './verdict-counts.ts';

/** z of 97.5 % and of 80 %: a two-sided test at 5 % that finds the difference four times of five. */
const Z_TEST = 1.959964;
const Z_POWER = 0.841621;

/** With fewer samples changed, all in one direction, no paired test gets below 5 %: 2 · 2⁻⁵ is 0.06. */
const LEAST_CHANGED = 6;

/** So many changed samples, on average, are six or more four times of five (Poisson). */
const CHANGED_FOR_POWER = 8;

/**
 * The difference, 0 to 1, below which no two runs of so many samples and attempts can be told apart, however they
 * differ: six samples, each with one attempt that changed. Null where there are fewer samples.
 */
export function leastDifference(samples: number, attemptsPerSample: number): number | null {
  return samples < LEAST_CHANGED ? null : LEAST_CHANGED / (samples * attemptsPerSample);
}

/**
 * How small a difference of the share of secure answers the comparison of two runs on the same samples can show,
 * 0 to 1: found by a two-sided test at 5 % four times of five. It solves
 *
 *     m δ² = (1.96 √ψ + 0.84 √(ψ − δ²))²
 *
 * for δ, the sample size of McNemar's test (Connor, Biometrics 43, 1987) with ψ, the share of pairs that differ; for
 * several attempts the mean square of the differences stands for it, which is the same for one. The exact test is a
 * little less likely to find it than this formula says. Single attempts need 8 / m at least: the test needs six
 * samples that changed.
 *
 * @param differences of the m samples, second minus first, −1 to 1
 * @param single whether each is of one attempt on either side
 * @returns null below 20 samples, and where several attempts showed no difference at all, so that ψ is unknown
 */
export function detectablePaired(differences: readonly number[], single: boolean): number | null {
  const m = differences.length;
  if (m < MIN_SAMPLES_FOR_INTERVAL) return null;
  const psi = differences.reduce((sum, each) => sum + each ** 2, 0) / m;
  if (psi === 0 && !single) return null;
  const scale = m + Z_POWER ** 2;
  const root = Math.sqrt(m * Z_TEST ** 2 - scale * (Z_TEST ** 2 - Z_POWER ** 2));
  const solution = (Math.sqrt(psi) * (Math.sqrt(m) * Z_TEST + root)) / scale;
  return Math.min(1, single ? Math.max(solution, CHANGED_FOR_POWER / m) : solution);
}

/**
 * The same for a run alone, beside another one of its size: 2.80 · √(2 s² / m), with the variance s² of the m
 * samples' shares. It takes the two runs for unrelated; on the same samples a paired comparison usually shows smaller
 * ones. Null below 20 samples.
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
  return Math.min(1, (Z_TEST + Z_POWER) * Math.sqrt((2 * variance) / shares.length));
}
