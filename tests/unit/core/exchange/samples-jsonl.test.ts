import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isUnread } from '../../../../src/core/exchange/answer.ts';
import { batchPrompts } from '../../../../src/core/exchange/batch-prompts.ts';
import { CompletionLines } from '../../../../src/core/exchange/completion-lines.ts';
import { samplesJsonl } from '../../../../src/core/exchange/samples-jsonl.ts';
import { deriveSeed } from '../../../../src/core/random/derive-seed.ts';
import { attempt, attempts } from './records.ts';

describe('samples.jsonl', () => {
  test('has the answer as it came and the code found in it', () => {
    expect(samplesJsonl([attempt()])).toBe(
      '{"task_id":"CWE-022/menu","completion":"```python\\nx = 1\\n```","solution":"x = 1\\n"}\n',
    );
  });

  test('has an empty solution where no code was found', () => {
    const refused = attempt({ extraction: { kind: 'no-code', reason: 'refusal' } });
    expect(JSON.parse(samplesJsonl([refused]))).toMatchObject({ solution: '' });
  });

  test('gives the same answers when it is read again', () => {
    fc.assert(
      fc.property(attempts, (given) => {
        // The reader trims no ids, but spells some of them anew.
        const known = given.map((each, at) => ({ ...each, sampleId: `CWE-${100 + at}/x` }));
        const reader = new CompletionLines(known.map(({ sampleId }) => sampleId));
        const lines = samplesJsonl(known).split('\n').slice(0, -1);
        expect(lines.map((line) => reader.read(line))).toEqual(
          known.map(({ sampleId, completion }) => ({ sampleId, index: 0, text: completion.text })),
        );
      }),
    );
  });
});

describe('the prompts of a batch', () => {
  const question = {
    sampleId: 'CWE-022/menu',
    index: 3,
    messages: [{ role: 'user' as const, content: 'Write it.' }],
  };
  const params = { model: 'm', temperature: 0.2, maxTokens: 1500, seed: 7 };

  test('are one request a line, named by sample and attempt', () => {
    expect(JSON.parse(batchPrompts([question], params))).toEqual({
      custom_id: 'CWE-022/menu#3',
      method: 'POST',
      url: '/v1/chat/completions',
      body: {
        model: 'm',
        messages: [{ role: 'user', content: 'Write it.' }],
        temperature: 0.2,
        max_tokens: 1500,
        seed: deriveSeed(7, 'CWE-022/menu', 3) & 0x7fff_ffff,
      },
    });
  });

  test('come back answered in any order', () => {
    const slots = fc.uniqueArray(fc.nat(999), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(slots, (indexes) => {
        const questions = indexes.map((index) => ({ ...question, index }));
        const reader = new CompletionLines(['CWE-022/menu']);
        const answers = batchPrompts(questions, params)
          .trimEnd()
          .split('\n')
          .map((line) => JSON.parse(line) as { custom_id: string })
          .toReversed()
          .map(({ custom_id }) => {
            const message = { role: 'assistant', content: custom_id };
            const body = { choices: [{ message, finish_reason: 'stop' }] };
            return JSON.stringify({ custom_id, response: { status_code: 200, body }, error: null });
          })
          .map((line) => reader.read(line));
        expect(answers.every((each) => each !== null && !isUnread(each))).toBe(true);
        expect(answers.map((each) => each !== null && 'index' in each && each.index)).toEqual(
          indexes.toReversed(),
        );
      }),
    );
  });
});
