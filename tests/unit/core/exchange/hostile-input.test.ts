import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isUnread } from '../../../../src/core/exchange/answer.ts';
import { answerFormat } from '../../../../src/core/exchange/answer-format.ts';
import { splitAnswerPath } from '../../../../src/core/exchange/answer-files.ts';
import { CompletionLines } from '../../../../src/core/exchange/completion-lines.ts';
import { parseGenerations } from '../../../../src/core/exchange/generations.ts';
import { parseAnswerSheet } from '../../../../src/core/exchange/prompt-sheet.ts';
import { parseRunAnswers } from '../../../../src/core/exchange/run-answers.ts';
import { MAX_INDEX, SampleIds, splitSlotName } from '../../../../src/core/exchange/slot-names.ts';

const IDS = ['CWE-022/menu', 'CWE-089/search'];
const ids = new SampleIds(IDS);

interface Answer {
  readonly sampleId: string;
  readonly index: number;
  readonly text: string;
}

/** Every answer that a text holds, by each of the readers. */
const READERS: Record<string, (text: string) => readonly Answer[]> = {
  'a line': (text) => {
    const read = new CompletionLines(IDS).read(text);
    return read === null || isUnread(read) ? [] : [read];
  },
  generations: (text) => {
    const parsed = parseGenerations(text, IDS);
    return parsed.ok ? parsed.completions : [];
  },
  'an exported run': (text) => {
    const parsed = parseRunAnswers(text, ids);
    return parsed.ok ? parsed.answers.flatMap((each) => (isUnread(each) ? [] : [each])) : [];
  },
  'a pasted text': (text) =>
    parseAnswerSheet(text, ids).flatMap((each) => (isUnread(each) ? [] : [each])),
};

/** Files that are nearly right. */
const VALID = [
  '{"task_id":"CWE-022/menu","completion":"x = 1"}',
  '{"custom_id":"CWE-022/menu#0","response":{"status_code":200,"body":{"choices":[{"message":{"content":"x"},"finish_reason":"stop"}]}},"error":null}',
  '[["a"],["b"]]',
  '{"format":"codeseceval-run","attempts":[{"sampleId":"CWE-022/menu","index":0,"completion":{"text":"a","finish":"stop"}}]}',
  '=== CWE-022/menu#0 ===\nx = 1\n=== CWE-089/search#1 ===\ny = 2',
];

const WRONG = ['null', '1e999', '-1', '{}', '[]', '"__proto__"', '{"__proto__":{"x":1}}', '\u0000'];

const cutOff = fc
  .tuple(fc.constantFrom(...VALID), fc.nat(200))
  .map(([text, length]) => text.slice(0, length));
const patched = fc
  .tuple(fc.constantFrom(...VALID), fc.nat(200), fc.nat(40), fc.constantFrom(...WRONG))
  .map(([text, at, length, wrong]) => text.slice(0, at) + wrong + text.slice(at + length));
const hostile = fc.oneof(fc.string({ unit: 'binary' }), fc.json(), cutOff, patched);

describe.each(Object.entries(READERS))('%s', (_name, read) => {
  test('that is hostile gives answers to known samples, or none, and throws nothing', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        for (const { sampleId, index, text: answer } of read(text)) {
          expect(IDS).toContain(sampleId);
          expect(Number.isSafeInteger(index)).toBe(true);
          expect(typeof answer).toBe('string');
        }
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ['deeply nested lists', '['.repeat(200_000)],
    ['deeply nested objects', '{"a":'.repeat(200_000)],
    ['a huge number', `{"task_id":"CWE-022/menu","completion":${'9'.repeat(100_000)}}`],
  ])('of %s is none', (_what, text) => {
    expect(read(text)).toEqual([]);
  });

  test('leaves the prototype of all objects alone', () => {
    read('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}');
    expect({}).not.toHaveProperty('polluted');
  });
});

test('a line names no attempt beyond the most that a run has', () => {
  const reader = new CompletionLines(IDS);
  fc.assert(
    fc.property(fc.nat(), (index) => {
      const line = JSON.stringify({
        custom_id: `CWE-022/menu#${index}`,
        response: { body: { choices: [{ message: { content: '' } }] } },
      });
      const read = reader.read(line);
      expect(read !== null && (isUnread(read) || read.index <= MAX_INDEX)).toBe(true);
    }),
  );
});

test('names, paths and beginnings of whatever form are taken apart or refused', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(splitSlotName(text)?.id.length ?? 1).toBeGreaterThan(0);
      expect(splitAnswerPath(text)?.id ?? 'CWE-').toMatch(/^CWE-/i);
      expect(['run', 'lines', 'generations', 'sheet', null]).toContain(answerFormat(text));
    }),
  );
});
