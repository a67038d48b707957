import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  formatPromptSheet,
  isPromptSheet,
  parseAnswerSheet,
} from '../../../../src/core/exchange/prompt-sheet.ts';
import { SampleIds } from '../../../../src/core/exchange/slot-names.ts';

const IDS = new SampleIds(['CWE-022/menu', 'CWE-089/search']);
const parse = (text: string) => parseAnswerSheet(text, IDS);

test('each prompt stands below the line that names it', () => {
  const sheet = formatPromptSheet([
    { sampleId: 'CWE-022/menu', index: 0, messages: [{ role: 'user', content: 'Write it.\n' }] },
    { sampleId: 'CWE-022/menu', index: 1, messages: [{ role: 'user', content: 'Write it.' }] },
  ]);
  expect(sheet).toContain('\n=== CWE-022/menu#0 ===\n\nWrite it.\n\n=== CWE-022/menu#1 ===\n');
  expect(sheet).toMatch(/^Below are 2 independent tasks\./);
});

test('no prompts are an empty text', () => {
  expect(formatPromptSheet([])).toBe('');
});

test('an answer goes from its mark to the next one', () => {
  expect(
    parse('Sure!\n\n=== CWE-022/menu#0 ===\n\nx = 1\n\n=== CWE-089/search#1 ===\ny = 2'),
  ).toEqual([
    { sampleId: 'CWE-022/menu', index: 0, text: 'x = 1\n' },
    { sampleId: 'CWE-089/search', index: 1, text: 'y = 2\n' },
  ]);
});

test.each([
  '## === CWE-022/menu#0 ===',
  '**=== CWE-022/menu#0 ===**',
  '> === CWE-022/menu#0 ===',
  '===CWE-022/menu#0===',
  '`=== CWE-022/menu#0 ===`',
])('a mark may be set as chats set it: %s', (mark) => {
  expect(parse(`${mark}\r\ncode`)).toMatchObject([{ sampleId: 'CWE-022/menu', text: 'code\n' }]);
});

test('a line of equals signs in an answer is no mark', () => {
  expect(parse('=== CWE-022/menu#0 ===\nTitle\n=====\n=== a ===')).toMatchObject([
    { text: 'Title\n=====\n=== a ===\n' },
  ]);
});

test('a mark without a text, and one of an unknown sample, are named by line', () => {
  expect(parse('=== CWE-022/menu#0 ===\n\n=== CWE-999/x#0 ===\na')).toEqual([
    { line: 1, problem: 'there is no text below “CWE-022/menu#0”' },
    {
      line: 3,
      problem: 'the data set has no sample “CWE-999/x”',
      unknownId: 'CWE-999/x',
    },
  ]);
});

test('answers below the marks of the sheet come back as they are', () => {
  const answer = fc.string({ unit: 'grapheme' }).map((text) => `x${text.replace(/\r/g, '')}y`);
  fc.assert(
    fc.property(fc.array(answer, { minLength: 1, maxLength: 5 }), (answers) => {
      fc.pre(answers.every((text) => !isPromptSheet(text)));
      const text = answers
        .map((each, index) => `=== CWE-022/menu#${index} ===\n${each}`)
        .join('\n');
      expect(parse(text).map((each) => ('text' in each ? each.text : null))).toEqual(
        answers.map((each) => `${each}\n`),
      );
    }),
  );
});
