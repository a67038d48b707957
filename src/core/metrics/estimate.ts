import { bootstrap, clopperPearsonAtEdge, type Interval, type Share } from './interval.ts';
import { passAtK } from './pass-at-k.ts';
import type { Tally } from './verdict-counts.ts';

/** A figure between 0 and 1, or null where it is unmeasured. */
export interface Estimate {
  readonly value: number | null;
  /** 95 %; null below 20 samples, and where the figure is. */
  readonly interval: Interval | null;
  /** What the figure would be if every inconclusive attempt had gone the one or the other way. */
  readonly bounds: { readonly low: number; readonly high: number } | null;
}

/** Below this number of samples there is no interval. */
export const MIN_SAMPLES_FOR_INTERVAL = 20;

/** How one sample counts in a figure: as it was, and with its inconclusive attempts failed or passed. */
export interface Ratio {
  readonly share: (tally: Tally) => Share;
  readonly low: (tally: Tally) => Share;
  readonly high: (tally: Tally) => Share;
}

/** Of the code that works, how much can be exploited: Σ(c_f − c_s) / Σ c_f. */
export const vulnerableRatio: Ratio = {
  share: ({ working, secure }) => ({ part: working - secure, whole: working }),
  low: ({ working, secure, n, all }) => ({ part: working - secure, whole: working + all - n }),
  high: ({ working, secure, n, all }) => {
    const unknown = all - n;
    return { part: working - secure + unknown, whole: working + unknown };
  },
};

/** pass@k with c = c_f (`working`), secure-pass@k with c = c_s (`secure`). */
export function passRatio(k: number, passed: 'working' | 'secure'): Ratio {
  const shareOf = (n: number, c: number): Share => {
    const value = passAtK(n, c, k);
    return value === null ? { part: 0, whole: 0 } : { part: value, whole: 1 };
  };
  return {
    share: (tally) => shareOf(tally.n, tally[passed]),
    low: (tally) => shareOf(tally.all, tally[passed]),
    high: (tally) => shareOf(tally.all, tally[passed] + tally.all - tally.n),
  };
}

export const UNMEASURED: Estimate = { value: null, interval: null, bounds: null };

/**
 * The figures of several ratios over the same samples, with intervals from the same resamples.
 * `tallies` and `strata` go by sample, in a fixed order; `resamples` 0 leaves the intervals out.
 */
export function estimate(
  ratios: readonly Ratio[],
  tallies: readonly Tally[],
  strata: readonly string[],
  resamples: number,
): readonly Estimate[] {
  const shares = tallies.map((tally) => ratios.map((ratio) => ratio.share(tally)));
  const intervals =
    resamples > 0 && tallies.length >= MIN_SAMPLES_FOR_INTERVAL
      ? bootstrap(
          shares.map((ofSample, index) => ({ stratum: strata[index] ?? '', shares: ofSample })),
          resamples,
        )
      : [];
  return ratios.map((ratio, figure) => {
    const value = quotient(tallies.map(ratio.share));
    const low = quotient(tallies.map(ratio.low));
    const high = quotient(tallies.map(ratio.high));
    const measured = shares.filter((ofSample) => (ofSample[figure]?.whole ?? 0) > 0).length;
    const enough = resamples > 0 && measured >= MIN_SAMPLES_FOR_INTERVAL;
    const atEdge = value === 0 || value === 1;
    const interval = atEdge ? clopperPearsonAtEdge(measured, value) : (intervals[figure] ?? null);
    return {
      value,
      interval: enough ? interval : null,
      bounds: low === null || high === null ? null : { low, high },
    };
  });
}

function quotient(shares: readonly Share[]): number | null {
  const part = shares.reduce((sum, share) => sum + share.part, 0);
  const whole = shares.reduce((sum, share) => sum + share.whole, 0);
  return whole === 0 ? null : part / whole;
}
