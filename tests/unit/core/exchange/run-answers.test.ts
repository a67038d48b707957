import { expect, test } from 'vitest';
import { parseRunAnswers } from '../../../../src/core/exchange/run-answers.ts';
import { SampleIds } from '../../../../src/core/exchange/slot-names.ts';

const IDS = new SampleIds(['CWE-022/menu']);
const attempt = (sampleId: string) => ({
  sampleId,
  index: 2,
  completion: { text: 'x = 1', finish: 'length', ms: 5 },
  verdict: 'secure',
});
const file = (...attempts: unknown[]) => JSON.stringify({ format: 'codeseceval-run', attempts });

test('an exported run holds answers', () => {
  expect(parseRunAnswers(file(attempt('CWE-022/menu')), IDS)).toEqual({
    ok: true,
    answers: [{ sampleId: 'CWE-022/menu', index: 2, text: 'x = 1', finish: 'length' }],
  });
});

test('an attempt at a sample that is gone is named', () => {
  expect(parseRunAnswers(file(attempt('CWE-999/x')), IDS)).toMatchObject({
    answers: [{ unknownId: 'CWE-999/x' }],
  });
});

test.each([
  ['{"format": "codese', 'the file is not JSON, or it is cut off'],
  [file(5), 'the file is damaged at attempts.0'],
  [file({ ...attempt('CWE-022/menu'), index: 1e99 }), 'the file is damaged at attempts.0.index'],
  ['{"format": "other"}', 'the file is damaged at format'],
])('a file that is none says where: %s', (text, problem) => {
  expect(parseRunAnswers(text, IDS)).toEqual({ ok: false, problem });
});
