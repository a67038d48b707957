import { expect, test } from 'vitest';
import { pairedRatio } from '../../../scripts/bench/paired-ratio.ts';

test('pairs of one ratio have that ratio and no spread', () => {
  const paired = pairedRatio([
    [90, 100],
    [180, 200],
    [9, 10],
  ]);
  expect(paired?.ratio).toBeCloseTo(0.9, 10);
  expect(paired?.low).toBeCloseTo(0.9, 10);
  expect(paired?.high).toBeCloseTo(0.9, 10);
});

test('twice as fast and half as fast come to the same', () => {
  const paired = pairedRatio([
    [2, 1],
    [1, 2],
  ]);
  expect(paired?.ratio).toBeCloseTo(1, 10);
});

test('a machine that changes its speed between pairs widens nothing', () => {
  const paired = pairedRatio([
    [95, 100],
    [9.5, 10],
    [950, 1000],
    [9.6, 10],
  ]);
  expect(paired?.low).toBeGreaterThanOrEqual(0.95);
  expect(paired?.high).toBeLessThanOrEqual(0.96);
});

test('the same measurements give the same digits', () => {
  const pairs = [
    [1, 2],
    [3, 4],
    [5, 4],
  ] as const;
  expect(pairedRatio(pairs)).toEqual(pairedRatio(pairs));
});

test('nothing measured is null', () => {
  expect(pairedRatio([])).toBeNull();
});
