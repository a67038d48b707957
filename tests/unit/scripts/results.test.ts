import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isInShard, mergeResults, parseShard } from '../../../scripts/score/results.ts';

const HEADER = {
  format: 'codeseceval-results',
  version: 1,
  dataset: 'd',
  sandbox: 's',
  extraction: 1,
  input: 'i',
};

/** The file of one part of `completions` results. */
function part(completions: number, shard: readonly [number, number]): string {
  const lines = Array.from({ length: completions }, (_, position) => position)
    .filter((position) => isInShard(position, shard))
    .map((position) => JSON.stringify({ position, verdict: 'secure' }));
  return [JSON.stringify({ ...HEADER, completions, shard }), ...lines, ''].join('\n');
}

test('parts in any order give the whole, byte for byte', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 9 }), (count, of) => {
      const parts = Array.from({ length: of }, (_, at) => part(count, [of - at, of]));
      expect(mergeResults(parts)).toBe(part(count, [1, 1]));
    }),
  );
});

test('a missing part is named', () => {
  expect(() => mergeResults([part(5, [1, 2])])).toThrow(
    '2 results are missing, the first at position 1',
  );
});

test('parts of different completions do not belong together', () => {
  expect(() => mergeResults([part(4, [1, 2]), part(5, [2, 2])])).toThrow('different completions');
});

test('a shard is one of several, counted from 1', () => {
  expect(parseShard('2/8')).toEqual([2, 8]);
  for (const text of ['0/8', '9/8', '2', 'a/b', '1/0']) expect(parseShard(text)).toBeNull();
});
