import { expect, test } from 'vitest';
import type { Attempt } from '../../../src/run/run.ts';
import {
  disputeText,
  disputeTitle,
  issueAddress,
  mailAddress,
  type Disputed,
} from '../../../src/ui/text/dispute.ts';
import { fakeDataset, fakePlan, fakeSample } from '../../fakes/fake-dataset.ts';

const ATTEMPT: Attempt = {
  runId: 'run',
  sampleId: 'CWE-089/order-search',
  index: 2,
  messages: [],
  completion: { text: 'an answer', finish: 'stop', ms: 1 },
  extraction: { kind: 'code', code: 'def solve(text):\n    return "```"\n', rule: 'tagged-block' },
  observation: {
    kind: 'tested',
    outcomes: [
      { name: 'test_functional_echo', kind: 'functional', result: { status: 'passed' }, ms: 1 },
      {
        name: 'test_security_quote',
        kind: 'security',
        result: { status: 'failed', error: { type: 'AssertionError', message: 'row leaked' } },
        ms: 1,
      },
    ],
  },
  verdict: 'vulnerable',
  extractionVersion: 2,
  finishedAt: 0,
};

const DISPUTED: Disputed = {
  run: { plan: fakePlan(fakeDataset(['CWE-089/order-search'])), siteVersion: '1.0.0' },
  attempt: ATTEMPT,
  sample: fakeSample('CWE-089/order-search'),
  here: { site: '1.1.0', engine: '314.0.7', dataset: 'e'.repeat(64) },
};

test('the title names the sample and the verdict', () => {
  expect(disputeTitle(DISPUTED)).toBe('Disputed verdict: CWE-089/order-search, vulnerable');
});

test('the text names every version', () => {
  const text = disputeText(DISPUTED);
  for (const version of ['1.0.0', '1.1.0', '314.0.7', 'd'.repeat(64), 'e'.repeat(64)]) {
    expect(text).toContain(version);
  }
});

test('code with a fence in it stays one block', () => {
  expect(disputeText(DISPUTED)).toContain('````python\ndef solve(text):');
});

test('each test is there with what it tries and what it showed', () => {
  const text = disputeText(DISPUTED);
  expect(text).toContain('- passed: `test_functional_echo` (functional) Echoes.');
  expect(text).toContain('- failed: `test_security_quote` (security) Sends a quote.');
  expect(text).toContain('  AssertionError: row leaked');
});

test('an answer without code is in the text as it came', () => {
  const attempt: Attempt = {
    ...ATTEMPT,
    extraction: { kind: 'no-code', reason: 'refusal' },
    observation: null,
    verdict: 'invalid',
  };
  expect(disputeText({ ...DISPUTED, attempt })).toContain('an answer');
});

test('a sample that this site no longer has is named by its id', () => {
  expect(disputeText({ ...DISPUTED, sample: null })).toContain('- Sample: CWE-089/order-search, ');
});

test('a short text is in the mail', () => {
  const address = mailAddress('A & B', 'line 1\nline 2');
  expect(address).toBe('mailto:?subject=A%20%26%20B&body=line%201%0Aline%202');
});

test('a text that is too long for an address is to be pasted', () => {
  const address = mailAddress('Disputed', 'x'.repeat(3000));
  expect(address.length).toBeLessThan(1900);
  expect(decodeURIComponent(address)).toContain('Please paste the text here');
});

test('an issue is opened with title and text', () => {
  const address = new URL(issueAddress('https://tracker.example/p/issues/', 'T', 'a\nb'));
  expect(address.pathname).toBe('/p/issues/new');
  expect(Object.fromEntries(address.searchParams)).toEqual({ title: 'T', body: 'a\nb' });
});
