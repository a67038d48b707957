import { expect, test } from 'vitest';
import type { Verdict } from '../../../src/core/verdicts/verdict.ts';
import type { AttemptSummary } from '../../../src/run/attempt-summary.ts';
import { RunAttempts } from '../../../src/state/run-attempts.svelte.ts';

function summary(sampleId: string, index: number, verdict: Verdict = 'secure'): AttemptSummary {
  return { sampleId, index, verdict, completion: { ms: 1 }, finishedAt: 0 };
}

const places = (attempts: readonly AttemptSummary[]): readonly string[] =>
  attempts.map(({ sampleId, index }) => `${sampleId}#${index}`);

test('attempts stand in the order of the plan and of their index', () => {
  const attempts = new RunAttempts(['CWE-089/b', 'CWE-022/a']);
  attempts.take([summary('CWE-022/a', 0), summary('CWE-089/b', 1), summary('CWE-089/b', 0)]);
  expect(places(attempts.all)).toEqual(['CWE-089/b#0', 'CWE-089/b#1', 'CWE-022/a#0']);
});

test('an attempt that comes again takes the place of the first', () => {
  const attempts = new RunAttempts(['CWE-022/a']);
  attempts.take([summary('CWE-022/a', 0, 'inconclusive')]);
  attempts.take([summary('CWE-022/a', 0, 'vulnerable')]);
  expect(attempts.size).toBe(1);
  expect(attempts.counts).toMatchObject({ vulnerable: 1, inconclusive: 0 });
});

test('an attempt is found where one before it is missing', () => {
  const attempts = new RunAttempts(['CWE-022/a']);
  attempts.take([summary('CWE-022/a', 0), summary('CWE-022/a', 2)]);
  expect(attempts.at('CWE-022/a', 2)?.index).toBe(2);
  expect(attempts.at('CWE-022/a', 1)).toBeNull();
  expect(attempts.at('CWE-089/b', 0)).toBeNull();
});

test('samples without an attempt have no figures', () => {
  const attempts = new RunAttempts(['CWE-022/a', 'CWE-089/b']);
  attempts.take([summary('CWE-089/b', 0, 'vulnerable')]);
  expect(attempts.figures).toMatchObject([
    { sampleId: 'CWE-089/b', cwe: 'CWE-089', counts: { vulnerable: 1, secure: 0 } },
  ]);
});

test('what runs is known by sample until it ends', () => {
  const attempts = new RunAttempts(['CWE-022/a', 'CWE-089/b']);
  attempts.of('CWE-022/a')?.begin(3);
  attempts.of('CWE-022/a')?.begin(3);
  attempts.of('CWE-089/b')?.begin(0);
  expect(attempts.of('CWE-022/a')?.running).toEqual([3]);
  attempts.of('CWE-022/a')?.end(3);
  expect(attempts.of('CWE-022/a')?.running).toEqual([]);
  attempts.endAll();
  expect(attempts.of('CWE-089/b')?.running).toEqual([]);
});
