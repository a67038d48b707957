import { expect, test } from 'vitest';
import type { Verdict } from '../../../src/core/verdicts/verdict.ts';
import type { AttemptSummary } from '../../../src/run/attempt-summary.ts';
import {
  filterAttempts,
  verdictNamed,
  type AttemptFilter,
} from '../../../src/ui/attempt-filter.ts';

const attempt = (sampleId: string, verdict: Verdict): AttemptSummary => ({
  sampleId,
  index: 0,
  completion: { ms: 1 },
  verdict,
  finishedAt: 0,
});

const ATTEMPTS = [
  attempt('CWE-089/order-search', 'vulnerable'),
  attempt('CWE-287/login', 'secure'),
  attempt('CWE-862/invoice', 'secure'),
];
const ANSWERS: Readonly<Record<string, string>> = {
  'CWE-089/order-search': 'cursor.execute(f"…")',
  'CWE-287/login': 'hmac.compare_digest(a, b)',
  'CWE-862/invoice': 'if user.id != owner',
};
const TITLES: Readonly<Record<string, string>> = { 'CWE-862/invoice': 'Invoices of a shop' };

const idsWith = (filter: Partial<AttemptFilter>): readonly string[] =>
  filterAttempts(
    ATTEMPTS,
    { verdict: null, cwe: '', words: '', ...filter },
    {
      titleOf: (id) => TITLES[id] ?? id,
      answerOf: ({ sampleId }) => ANSWERS[sampleId] ?? '',
    },
  ).map(({ sampleId }) => sampleId);

test('an empty filter lets every attempt through', () => {
  expect(idsWith({})).toHaveLength(3);
});

test('a verdict lets its attempts through', () => {
  expect(idsWith({ verdict: 'vulnerable' })).toEqual(['CWE-089/order-search']);
});

test('a CWE id lets its own samples through', () => {
  expect(idsWith({ cwe: 'CWE-287' })).toEqual(['CWE-287/login']);
});

test('a vulnerability type lets the samples of all its ids through', () => {
  expect(idsWith({ cwe: 'access-control' })).toEqual(['CWE-287/login', 'CWE-862/invoice']);
});

test('a word of the answer finds the attempt, whatever its case', () => {
  expect(idsWith({ words: 'COMPARE_digest' })).toEqual(['CWE-287/login']);
});

test('a word of the title finds the attempt', () => {
  expect(idsWith({ words: 'shop' })).toEqual(['CWE-862/invoice']);
});

test('all words must occur', () => {
  expect(idsWith({ words: 'shop owner' })).toEqual(['CWE-862/invoice']);
  expect(idsWith({ words: 'shop cursor' })).toEqual([]);
});

test('what is no verdict in an address filters nothing', () => {
  expect(verdictNamed('incorrect-insecure')).toBe('incorrect-insecure');
  expect(verdictNamed('<script>')).toBeNull();
});
