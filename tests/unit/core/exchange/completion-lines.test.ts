import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isUnread } from '../../../../src/core/exchange/answer.ts';
import { CompletionLines, linesOf } from '../../../../src/core/exchange/completion-lines.ts';
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
    expect(lines.read(line)).toMatchObject({ line: 2, problem });
  });

  test('that names no known sample says which id it was', () => {
    expect(reader().read('{"task_id": "HumanEval/0", "completion": "a"}')).toMatchObject({
      unknownId: 'HumanEval/0',
    });
  });

  test('whatever it holds gives a completion or a reason', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const read = reader().read(text);
        expect(read === null || isUnread(read) || typeof read.text === 'string').toBe(true);
      }),
    );
  });
});

describe('a line of a batch’s output', () => {
  const answered = (name: string, content: string, reason = 'stop') =>
    JSON.stringify({
      id: 'batch_req_1',
      custom_id: name,
      response: {
        status_code: 200,
        body: { choices: [{ message: { role: 'assistant', content }, finish_reason: reason }] },
      },
      error: null,
    });

  test('answers the attempt that its custom_id names', () => {
    expect(reader().read(answered('CWE-089/search#3', 'x = 1'))).toEqual({
      sampleId: 'CWE-089/search',
      index: 3,
      text: 'x = 1',
    });
  });

  test('that was cut off says so', () => {
    expect(reader().read(answered('CWE-089/search#0', 'x =', 'length'))).toMatchObject({
      finish: 'length',
    });
  });

  test.each([
    ['{"custom_id": "CWE-089/search#0"}', 'the request failed with status unknown'],
    [
      '{"custom_id": "CWE-089/search#0", "response": {"status_code": 429, "body": {}}}',
      'the request failed with status 429',
    ],
    [
      '{"custom_id": "CWE-089/search#0", "error": {"message": "expired"}}',
      'the request failed: expired',
    ],
    [
      '{"custom_id": "CWE-089/search#0", "response": 5}',
      'the line has no `response` with `choices`',
    ],
    ['{"custom_id": "request-1"}', '`custom_id` is not like `CWE-089/order-export-ids#0`'],
    [answered('CWE-089/search#1000', 'a'), 'a sample has at most 1000 answers'],
  ])('without an answer says why: %s', (line, problem) => {
    expect(reader().read(line)).toEqual({ line: 1, problem });
  });

  test('may answer an attempt once only', () => {
    const lines = reader();
    lines.read(answered('CWE-089/search#0', 'a'));
    expect(lines.read(answered('CWE-089/search#0', 'b'))).toMatchObject({
      problem: 'there are two answers to “CWE-089/search#0”',
    });
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
