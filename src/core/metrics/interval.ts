import { groupBy } from '../group-by.ts';
import { sfc32, type Random } from '../random/sfc32.ts';

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
  const width = samples[0]?.shares.length ?? 0;
  const strata = strataOf(samples).map((stratum) => new Float64Array(stratum.flat(2)));
  const random = sfc32(BOOTSTRAP_SEED);
  const values = Array.from({ length: width }, () => new Float64Array(resamples));
  const kept = new Array<number>(width).fill(0);
  const sums = new Float64Array(2 * width);
  for (let round = 0; round < resamples; round += 1) {
    sums.fill(0);
    for (const stratum of strata) addDraws(sums, stratum, random);
    for (const [figure, list] of values.entries()) {
      const [part, whole] = [sums[2 * figure] ?? 0, sums[2 * figure + 1] ?? 0];
      if (whole === 0) continue;
      list[kept[figure] ?? 0] = part / whole;
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

/** Adds as many rows of the stratum as it has, drawn with replacement: the inner loop, so plain arrays. */
function addDraws(sums: Float64Array, rows: Float64Array, random: Random): void {
  const width = sums.length;
  const count = rows.length / width;
  for (let draw = 0; draw < count; draw += 1) {
    const start = Math.floor(random() * count) * width;
    for (let column = 0; column < width; column += 1) {
      sums[column] = (sums[column] ?? 0) + (rows[start + column] ?? 0);
    }
  }
}

/** Stratum → sample → part and whole of each figure in turn. */
function strataOf(samples: readonly Stratified[]): readonly number[][][] {
  const groups = [...groupBy(samples, (sample) => sample.stratum).values()];
  const severals = groups.filter((group) => group.length > 1);
  const singles = groups.filter((group) => group.length === 1).flat();
  return [...severals, singles].map((group) =>
    group.map((sample) => sample.shares.flatMap(({ part, whole }) => [part, whole])),
  );
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
