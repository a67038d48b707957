import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diffHunks, diffLines, linesOf } from '../../../src/core/line-diff.ts';

const program = fc
  .array(fc.constantFrom('import os', '', 'def f():', '    return 1', '    return 2'), {
    minLength: 1,
    maxLength: 12,
  })
  .map((lines) => `${lines.join('\n')}\n`);

test('stretches hold every line of both texts once, with its number', () => {
  fc.assert(
    fc.property(program, program, (before, after) => {
      const hunks = diffHunks(before, after);
      for (const [side, text] of [
        ['before', before],
        ['after', after],
      ] as const) {
        const lines = hunks.flatMap((hunk) => hunk[side]);
        expect(lines.map((line) => line.text)).toEqual(linesOf(text));
        expect(lines.map(({ line }) => line)).toEqual(lines.map((_, index) => index + 1));
      }
      for (const { same, before: left, after: right } of hunks) {
        if (same) expect(left.map(({ text }) => text)).toEqual(right.map(({ text }) => text));
      }
    }),
  );
});

test('stretches that are equal and those that differ take turns', () => {
  fc.assert(
    fc.property(program, program, (before, after) => {
      const kinds = diffHunks(before, after).map(({ same }) => same);
      kinds.slice(1).forEach((same, index) => {
        expect(same).not.toBe(kinds[index]);
      });
    }),
  );
});

test('a text differs from itself nowhere', () => {
  expect(diffHunks('a\nb\n', 'a\nb\n').map(({ same }) => same)).toEqual([true]);
  expect(diffLines('a\n', 'b\n').map(({ kind }) => kind)).toEqual(['removed', 'added']);
});
