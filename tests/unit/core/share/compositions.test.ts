import { expect, test } from 'vitest';
import {
  compositions,
  rankComposition,
  unrankComposition,
} from '../../../../src/core/share/compositions.ts';

test('there are 21 ways to write 5 in 3 parts', () => {
  expect(compositions(5, 3)).toBe(21);
});

test('every rank stands for one composition, and every composition has a rank', () => {
  const seen = new Set<string>();
  for (let rank = 0; rank < compositions(6, 4); rank += 1) {
    const parts = unrankComposition(rank, 6, 4);
    expect(rankComposition(parts)).toBe(rank);
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(6);
    seen.add(parts.join());
  }
  expect(seen.size).toBe(84);
});

test.each([
  [[1000, 0, 0, 0, 0, 0, 0]],
  [[0, 0, 0, 0, 0, 0, 1000]],
  [[142, 143, 143, 143, 143, 143, 143]],
])('is exact at the largest sum: %j', (parts) => {
  expect(unrankComposition(rankComposition(parts), 1000, 7)).toEqual(parts);
});

test('the largest rank is exact: C(1006, 6) by whole numbers', () => {
  let exact = 1n;
  for (let i = 1n; i <= 6n; i += 1n) exact = (exact * (1000n + i)) / i;
  expect(BigInt(compositions(1000, 7))).toBe(exact);
});
