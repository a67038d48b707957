import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  CompletionLines,
  isBadLine,
  linesOf,
} from '../../../../src/core/exchange/completion-lines.ts';
import { parseGenerations } from '../../../../src/core/exchange/generations.ts';

const IDS = ['CWE-022/menu', 'CWE-089/search'];
const reader = () => new CompletionLines(IDS);

describe('a line of samples.jsonl', () => {
  test('holds a completion as HumanEval writes it', () => {
    expect(reader().read('{"task_id": "CWE-022/menu", "completion": "    return 1\\n"}')).toEqual({
      sampleId: 'CWE-022/menu',
      index: 0,
      text: '    return 1\n',
    });
  });

  test('holds a solution as EvalPlus writes it', () => {
    expect(reader().read('{"task_id": "CWE-089/search", "solution": "x = 1"}')).toMatchObject({
      text: 'x = 1',
    });
  });

  test('repeated ids are further answers to the same sample', () => {
    const lines = reader();
    const line = '{"task_id": "CWE-022/menu", "completion": ""}';
    expect([lines.read(line), lines.read(line)]).toMatchObject([{ index: 0 }, { index: 1 }]);
  });

  test('names the sample with other zeros and a prefix', () => {
    expect(
      reader().read('{"task_id": "CodeSecEval/CWE-22/menu", "completion": "a"}'),
    ).toMatchObject({ sampleId: 'CWE-022/menu' });
  });

  test('that is empty is none', () => {
    expect(reader().read('  ')).toBeNull();
  });

  test.each([
    ['{"task_id": "CWE-022/menu"', 'the line is not JSON'],
    ['["CWE-022/menu"]', 'the line is not a JSON object'],
    ['{"completion": "a"}', 'there is no text `task_id`'],
    ['{"task_id": 22, "completion": "a"}', 'there is no text `task_id`'],
    ['{"task_id": "CWE-999/x", "completion": "a"}', 'the data set has no sample “CWE-999/x”'],
    [
      '{"task_id": "CWE-022/menu", "completion": null}',
      'there is no text `completion` or `solution`',
    ],
    ['{"__proto__": {"task_id": "CWE-022/menu", "completion": "a"}}', 'there is no text `task_id`'],
  ])('that can’t be read says why: %s', (line, problem) => {
    const lines = reader();
    lines.read('');
    expect(lines.read(line)).toEqual({ line: 2, problem });
  });

  test('whatever it holds gives a completion or a reason', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const read = reader().read(text);
        expect(read === null || isBadLine(read) || typeof read.text === 'string').toBe(true);
      }),
    );
  });
});

describe('lines', () => {
  async function lines(pieces: readonly string[]): Promise<string[]> {
    async function* stream() {
      yield* pieces;
    }
    const all: string[] = [];
    for await (const line of linesOf(stream())) all.push(line);
    return all;
  }

  test('are the same however the text is cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.stringMatching(/^[^\r\n]*$/), { minLength: 1 }),
        fc.integer({ min: 1, max: 7 }),
        async (texts, size) => {
          const text = `${texts.join('\n')}\n`;
          const pieces = text.match(new RegExp(`[^]{1,${size}}`, 'gu')) ?? [];
          expect(await lines(pieces)).toEqual(texts);
        },
      ),
    );
  });

  test('may end as Windows ends them, and the last one not at all', async () => {
    expect(await lines(['a\r\nb'])).toEqual(['a', 'b']);
  });
});

describe('a generations file of bigcode', () => {
  test('has one list of answers a sample, in the order of the prompts', () => {
    expect(parseGenerations('[["a", "b"], []]', IDS)).toEqual({
      ok: true,
      completions: [
        { sampleId: 'CWE-022/menu', index: 0, text: 'a' },
        { sampleId: 'CWE-022/menu', index: 1, text: 'b' },
      ],
    });
  });

  test.each(['', '{}', '[["a"]]', '[["a"], ["b", 1]]', '[["a"], "b"]'])(
    'that is none says so: %s',
    (text) => {
      expect(parseGenerations(text, IDS).ok).toBe(false);
    },
  );
});
