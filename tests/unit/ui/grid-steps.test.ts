import { expect, test } from 'vitest';
import { stepInGrid } from '../../../src/ui/grid-steps.ts';

/* Three columns, the last row has one cell, and the middle of the second row is missing. */
const CELLS = [
  { x: 0, y: 0 },
  { x: 50, y: 0 },
  { x: 100, y: 0 },
  { x: 0, y: 60 },
  { x: 100, y: 60 },
  { x: 0, y: 120 },
];

test.each([
  ['ArrowRight', 0, 1],
  ['ArrowRight', 2, 3],
  ['ArrowRight', 5, null],
  ['ArrowLeft', 3, 2],
  ['ArrowLeft', 0, null],
  ['ArrowDown', 2, 4],
  ['ArrowDown', 4, 5],
  ['ArrowDown', 5, null],
  ['ArrowUp', 4, 2],
  ['ArrowUp', 5, 3],
  ['ArrowUp', 1, null],
  ['Home', 4, 0],
  ['End', 0, 5],
  ['Enter', 1, null],
])('%s from cell %i leads to %s', (key, here, next) => {
  expect(stepInGrid(key, here, CELLS)).toBe(next);
});

test('a cell above a gap leads to the nearest one of the row', () => {
  expect([3, 4]).toContain(stepInGrid('ArrowDown', 1, CELLS));
});

test('no cell leads nowhere', () => {
  expect(stepInGrid('ArrowDown', 0, [])).toBeNull();
});
