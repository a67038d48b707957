import { expect, test } from 'vitest';
import { summaryOf } from '../../../src/run/attempt-summary.ts';
import type { Attempt, Round } from '../../../src/run/run.ts';

const ROUND: Round = {
  messages: [{ role: 'user', content: 'Write it.' }],
  completion: {
    text: 'No.',
    finish: 'length',
    ms: 5,
    usage: { prompt: 3, completion: 2, exact: true },
    replayed: true,
  },
  extraction: { kind: 'no-code', reason: 'prose-only' },
  observation: null,
  verdict: 'invalid',
};
const SHORT = {
  verdict: 'invalid',
  completion: { ms: 5, usage: { prompt: 3, completion: 2, exact: true }, replayed: true },
};
const ATTEMPT: Attempt = {
  runId: 'r1',
  sampleId: 'CWE-022/a',
  index: 4,
  ...ROUND,
  extractionVersion: 1,
  finishedAt: 2000,
};

test('a summary has the verdict and what was measured, and no text', () => {
  expect(summaryOf(ATTEMPT)).toEqual({
    sampleId: 'CWE-022/a',
    index: 4,
    finishedAt: 2000,
    ...SHORT,
  });
});

test('what was not measured is absent', () => {
  const completion = { text: 'No.', finish: 'stop', ms: 5 } as const;
  expect(Object.keys(summaryOf({ ...ATTEMPT, completion }).completion)).toEqual(['ms']);
});

test('rounds of repair are kept in the same way', () => {
  expect(summaryOf({ ...ATTEMPT, earlier: [ROUND] }).earlier).toEqual([SHORT]);
});
