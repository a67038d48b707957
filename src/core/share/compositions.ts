/**
 * Counts as one number: the rank of a composition (whole numbers from 0 with a fixed sum) in the
 * combinatorial number system (Knuth, TAOCP 4A, 7.2.1.3). Nothing shorter holds every possibility.
 *
 * Exact in doubles for sums up to 1,000 in 7 parts: the largest product in between is 8.6e15 < 2^53.
 */

/** How many ways there are to write `sum` as `parts` ordered whole numbers from 0. */
export function compositions(sum: number, parts: number): number {
  return binomial(sum + parts - 1, parts - 1);
}

/** The rank of the composition, from 0 to `compositions(sum, parts) - 1`. */
export function rankComposition(counts: readonly number[]): number {
  let [rank, bar] = [0, -1];
  for (const [index, count] of counts.slice(0, -1).entries()) {
    bar += count + 1;
    rank += binomial(bar, index + 1);
  }
  return rank;
}

/** The composition of a rank; `rank` must be below `compositions(sum, parts)`. */
export function unrankComposition(rank: number, sum: number, parts: number): readonly number[] {
  const counts = new Array<number>(parts).fill(0);
  let [left, end] = [rank, sum + parts - 1];
  for (let bars = parts - 1; bars > 0; bars -= 1) {
    const bar = lastNotAbove(left, bars, end);
    counts[bars] = end - bar - 1;
    left -= binomial(bar, bars);
    end = bar;
  }
  counts[0] = end;
  return counts;
}

/** The largest `bar` below `end` with C(bar, bars) ≤ `limit`. */
function lastNotAbove(limit: number, bars: number, end: number): number {
  let [low, high] = [bars - 1, end - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (binomial(middle, bars) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}

function binomial(n: number, k: number): number {
  if (n < k) return 0;
  let result = 1;
  for (let i = 1; i <= k; i += 1) result = (result * (n - k + i)) / i;
  return result;
}
