/** How the ratio of paired measurements is spread. */
export interface PairedRatio {
  /** Geometric mean. */
  readonly ratio: number;
  /** 2.5 % and 97.5 % points of a bootstrap over the pairs. */
  readonly low: number;
  readonly high: number;
  readonly pairs: number;
}

const RESAMPLES = 10_000;

/**
 * The geometric mean of `a / b` over pairs that were measured next to each other, with its 95 % interval: a
 * percentile bootstrap over the pairs with a fixed seed (mulberry32), so that the same measurements give the same digits.
 * Null without pairs.
 */
export function pairedRatio(
  pairs: readonly (readonly [a: number, b: number])[],
): PairedRatio | null {
  if (pairs.length === 0) return null;
  const logs = pairs.map(([a, b]) => Math.log(a / b));
  const random = mulberry32(1);
  const means = Array.from({ length: RESAMPLES }, () => {
    let sum = 0;
    for (const _ of logs) sum += logs[Math.floor(random() * logs.length)] ?? 0;
    return sum / logs.length;
  }).sort((a, b) => a - b);
  const at = (share: number): number => Math.exp(means[Math.floor(share * RESAMPLES)] ?? 0);
  return {
    ratio: Math.exp(logs.reduce((sum, log) => sum + log, 0) / logs.length),
    low: at(0.025),
    high: at(0.975),
    pairs: pairs.length,
  };
}

function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
