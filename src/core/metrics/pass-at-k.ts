/**
 * The unbiased estimate of pass@k for one sample: 1 − C(n−c, k) / C(n, k), of n attempts with c that
 * passed (Chen et al. 2021, arXiv 2107.03374). A product of factors, so that no binomial overflows.
 *
 * Null where there are fewer attempts than k: then it is unmeasured.
 */
export function passAtK(n: number, c: number, k: number): number | null {
  if (k < 1 || n < k) return null;
  if (n - c < k) return 1;
  let allFail = 1;
  for (let i = n - c + 1; i <= n; i += 1) allFail *= 1 - k / i;
  return 1 - allFail;
}
