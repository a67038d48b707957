import { sfc32 } from '../random/sfc32.ts';

/**
 * McNemar's exact test, two-sided: how likely a split of the discordant pairs at least as uneven is, if
 * either way were equally likely (McNemar 1947; binomial form). 1 where no pair is discordant.
 */
export function mcNemar(gained: number, lost: number): number {
  const discordant = gained + lost;
  const fewer = Math.min(gained, lost);
  // P(X = 0) = 2^-n, then each next term from the one before: no factorial overflows, and logarithms keep
  // 2^-n from vanishing.
  let logTerm = -discordant * Math.LN2;
  let tail = 0;
  for (let i = 0; i <= fewer; i += 1) {
    tail += Math.exp(logTerm);
    logTerm += Math.log((discordant - i) / (i + 1));
  }
  return Math.min(1, 2 * tail);
}

/** Up to this many changed samples every way of flipping the signs is looked at. */
const MOST_EXACT = 14;
const FLIPS = 10_000;
/** Fixed, so that the digits repeat. */
const SIGN_FLIP_SEED = 2107;

/**
 * The sign-flip permutation test, two-sided: how likely a mean at least as far from zero is, if each
 * difference could as well have had the other sign. Exact for few differences, else over 10,000 random
 * flips with the correction of Phipson and Smyth (2010), which never gives 0.
 */
export function signFlip(differences: readonly number[]): number {
  const changed = differences.filter((each) => each !== 0).map(Math.abs);
  const seen = Math.abs(differences.reduce((sum, each) => sum + each, 0));
  // Sums of the same numbers in another order differ in the last digits.
  const least = seen * (1 - 1e-12);
  if (changed.length <= MOST_EXACT) {
    const all = 2 ** changed.length;
    let extreme = 0;
    for (let signs = 0; signs < all; signs += 1) {
      const sum = changed.reduce((s, each, bit) => s + ((signs >> bit) & 1 ? each : -each), 0);
      if (Math.abs(sum) >= least) extreme += 1;
    }
    return extreme / all;
  }
  const random = sfc32(SIGN_FLIP_SEED);
  let extreme = 0;
  for (let round = 0; round < FLIPS; round += 1) {
    let sum = 0;
    for (const each of changed) sum += random() < 0.5 ? each : -each;
    if (Math.abs(sum) >= least) extreme += 1;
  }
  return (extreme + 1) / (FLIPS + 1);
}

/**
 * Holm's correction (1979) for several comparisons: adjusted p-values in the order given, each at most 1 and
 * none smaller than that of a smaller p.
 */
export function holm(ps: readonly number[]): readonly number[] {
  const order = ps.map((_, index) => index).toSorted((a, b) => (ps[a] ?? 1) - (ps[b] ?? 1));
  const adjusted = new Array<number>(ps.length).fill(1);
  let highest = 0;
  for (const [rank, index] of order.entries()) {
    highest = Math.max(highest, Math.min(1, (ps.length - rank) * (ps[index] ?? 1)));
    adjusted[index] = highest;
  }
  return adjusted;
}
