import { expect, test } from 'vitest';
import { splitAnswerPath } from '../../../../src/core/exchange/answer-files.ts';
import { answerFormat } from '../../../../src/core/exchange/answer-format.ts';

test.each([
  ['CWE-089/order-export-ids/0.py', { id: 'CWE-089/order-export-ids', index: 0 }],
  ['run 1/CWE-089/order-export-ids/12.txt', { id: 'CWE-089/order-export-ids', index: 12 }],
  ['CWE-089_order-export-ids/3.py', { id: 'CWE-089/order-export-ids', index: 3 }],
  ['cwe-89/order-export-ids.md', { id: 'cwe-89/order-export-ids', index: 0 }],
])('the path %s names an answer', (path, named) => {
  expect(splitAnswerPath(path)).toEqual(named);
});

test.each([
  'CWE-089/order-export-ids/secure.py',
  'samples.jsonl',
  'CWE-089/0.json',
  '../CWE-089',
  'CWE-089/a/b/0.py',
])('the path %s names none', (path) => {
  expect(splitAnswerPath(path)).toBeNull();
});

test.each([
  ['{\n "format": "codeseceval-run",', 'run'],
  ['\uFEFF{"task_id": "a"}', 'lines'],
  ['\n[["a"]]', 'generations'],
  ['Here it is:\n=== CWE-089/a#0 ===\n', 'sheet'],
  ['# Answers\n', null],
])('a text that begins with %j is of the form %s', (beginning, format) => {
  expect(answerFormat(beginning)).toBe(format);
});
