import { expect, test } from 'vitest';
import { RULES } from '../../../src/core/extraction/rules/index.ts';
import { extractionMeaning } from '../../../src/ui/text/words.ts';

test('says where the code was and what was undone', () => {
  expect(
    extractionMeaning({
      kind: 'code',
      code: 'x\n',
      rule: 'whole-answer',
      undone: ['html-escapes'],
    }),
  ).toBe(
    'Taken from the answer: the whole answer, which has no words around the code. ' +
      'Undone: HTML escapes such as &lt;.',
  );
});

test('shows the name of a rule that this version doesn’t have', () => {
  expect(extractionMeaning({ kind: 'code', code: 'x\n', rule: 'old-rule' })).toBe(
    'Taken from the answer: old-rule.',
  );
});

test('every rule has a name of its own', () => {
  expect(new Set(RULES.map(({ name }) => name)).size).toBe(RULES.length);
});
