import fc from 'fast-check';
import { expect, test } from 'vitest';
import { passAtK } from '../../../../src/core/metrics/index.ts';

/** The share of all choices of k out of n attempts that hold one of the c passed ones, by counting. */
function byCounting(n: number, c: number, k: number): number {
  let [choices, hits] = [0, 0];
  for (let set = 0; set < 2 ** n; set += 1) {
    const chosen = [...set.toString(2)].reverse().flatMap((bit, i) => (bit === '1' ? [i] : []));
    if (chosen.length !== k) continue;
    choices += 1;
    if (chosen.some((attempt) => attempt < c)) hits += 1;
  }
  return hits / choices;
}

test('agrees with counting every choice of k attempts', () => {
  const cases = fc
    .record({ n: fc.integer({ min: 1, max: 9 }), c: fc.nat(9), k: fc.integer({ min: 1, max: 9 }) })
    .filter(({ n, c, k }) => c <= n && k <= n);
  fc.assert(
    fc.property(cases, ({ n, c, k }) => {
      expect(passAtK(n, c, k)).toBeCloseTo(byCounting(n, c, k), 12);
    }),
  );
});

test.each([
  [1, 1, 1, 1],
  [1, 0, 1, 0],
  [10, 3, 1, 0.3],
  [5, 2, 4, 1],
  [4, 1, 2, 0.5],
  [200, 1, 100, 0.5],
])('n = %d, c = %d, k = %d → %d', (n, c, k, value) => {
  expect(passAtK(n, c, k)).toBeCloseTo(value, 12);
});

test('pass@1 is the share of attempts that passed', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1000 }), fc.nat(1000), (n, c) => {
      fc.pre(c <= n);
      expect(passAtK(n, c, 1)).toBeCloseTo(c / n, 9);
    }),
  );
});

test('is unmeasured with fewer attempts than k', () => {
  expect([passAtK(2, 2, 3), passAtK(0, 0, 1)]).toEqual([null, null]);
});

test('stays between 0 and 1 for many attempts', () => {
  expect(passAtK(100_000, 1, 50_000)).toBeCloseTo(0.5, 9);
});
