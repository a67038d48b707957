import { groupBy } from '../group-by.ts';
import { sfc32 } from '../random/sfc32.ts';

/** A 95 % interval; both ends between 0 and 1. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  readonly method: 'bootstrap' | 'clopper-pearson';
  /** Resamples that were left out, since their denominator was zero. */
  readonly dropped: number;
}

/** What one sample adds to a ratio: the figure is the sum of `part` over the sum of `whole`. */
export interface Share {
  readonly part: number;
  readonly whole: number;
}

/** Samples of one stratum are drawn from that stratum alone. `shares` holds one entry per figure. */
export interface Stratified {
  readonly stratum: string;
  readonly shares: readonly Share[];
}

export const RESAMPLES = 10_000;

/** Fixed, so that the digits repeat: with sfc32, the order of the samples and the quantile rule. */
export const BOOTSTRAP_SEED = 2407;

/**
 * 95 % percentile bootstrap over samples, resampled within strata, for several figures from the same
 * draws. Strata of a single sample are drawn together: alone they would add no spread at all and make the
 * interval too narrow.
 *
 * `samples` must come in a fixed order. An entry is null where every resample had a zero denominator.
 */
export function bootstrap(
  samples: readonly Stratified[],
  resamples: number = RESAMPLES,
): readonly (Interval | null)[] {
  const strata = strataOf(samples);
  const width = samples[0]?.shares.length ?? 0;
  const random = sfc32(BOOTSTRAP_SEED);
  const values = Array.from({ length: width }, () => new Float64Array(resamples));
  const kept = new Array<number>(width).fill(0);
  const parts = new Float64Array(width);
  const wholes = new Float64Array(width);
  for (let round = 0; round < resamples; round += 1) {
    parts.fill(0);
    wholes.fill(0);
    for (const stratum of strata) {
      for (let draw = 0; draw < stratum.length; draw += 1) {
        const shares = stratum[Math.floor(random() * stratum.length)] ?? [];
        for (const [figure, share] of shares.entries()) {
          parts[figure] = (parts[figure] ?? 0) + share.part;
          wholes[figure] = (wholes[figure] ?? 0) + share.whole;
        }
      }
    }
    for (const [figure, list] of values.entries()) {
      const whole = wholes[figure] ?? 0;
      if (whole === 0) continue;
      list[kept[figure] ?? 0] = (parts[figure] ?? 0) / whole;
      kept[figure] = (kept[figure] ?? 0) + 1;
    }
  }
  return values.map((list, figure) => {
    const sorted = list.slice(0, kept[figure]).sort();
    const [low, high] = [quantile(sorted, 0.025), quantile(sorted, 0.975)];
    if (low === null || high === null) return null;
    return { low, high, method: 'bootstrap', dropped: resamples - sorted.length };
  });
}

function strataOf(samples: readonly Stratified[]): readonly (readonly (readonly Share[])[])[] {
  const groups = groupBy(samples, (sample) => sample.stratum);
  const groupsOfSeveral = [...groups.values()].filter((group) => group.length > 1);
  const single = [...groups.values()].filter((group) => group.length === 1).flat();
  return [...groupsOfSeveral, single].map((group) => group.map((sample) => sample.shares));
}

/**
 * Quantile of sorted values by linear interpolation: type 7 of Hyndman and Fan (1996), the default of R
 * and NumPy. Null where there are none.
 */
export function quantile(sorted: ArrayLike<number>, p: number): number | null {
  const position = (sorted.length - 1) * p;
  const below = sorted[Math.floor(position)];
  const above = sorted[Math.ceil(position)];
  if (below === undefined || above === undefined) return null;
  return below + (above - below) * (position - Math.floor(position));
}

/**
 * The exact 95 % interval of Clopper and Pearson (1934) where none or all of `trials` succeeded. There
 * the beta quantiles have a closed form, and the bootstrap would show a false certainty.
 */
export function clopperPearsonAtEdge(trials: number, edge: 0 | 1): Interval {
  const tail = 0.025 ** (1 / trials);
  return edge === 0
    ? { low: 0, high: 1 - tail, method: 'clopper-pearson', dropped: 0 }
    : { low: tail, high: 1, method: 'clopper-pearson', dropped: 0 };
}
