import { expect, test, vi } from 'vitest';
import type { Attempt } from '../../../src/run/run.ts';
import { AnswerTexts } from '../../../src/state/answer-texts.svelte.ts';
import { RunAttempts } from '../../../src/state/run-attempts.svelte.ts';

function attempt(index: number, text: string): Attempt {
  return {
    runId: 'r1',
    sampleId: 'CWE-022/a',
    index,
    messages: [],
    completion: { text, finish: 'stop', ms: 1 },
    extraction: { kind: 'no-code', reason: 'prose-only' },
    observation: null,
    verdict: 'invalid',
    extractionVersion: 1,
    finishedAt: 0,
  };
}

/** A run whose stored attempts can grow. */
function runWith(stored: Attempt[]) {
  const attempts = new RunAttempts(['CWE-022/a']);
  attempts.take(stored);
  return {
    attempts,
    attempt: vi.fn(async (_id: string, index: number) => stored[index] ?? null),
    attemptPages: vi.fn(async function* () {
      for (const each of stored) yield [each];
    }),
  };
}

test('answers are read once, and known in small letters', async () => {
  const run = runWith([attempt(0, 'Use HMAC'), attempt(1, 'No.')]);
  const texts = new AnswerTexts();
  expect(texts.textOf(attempt(0, ''))).toBe('');
  await texts.complete(run);
  await texts.complete(run);
  expect(texts.textOf(attempt(0, ''))).toBe('use hmac');
  expect(run.attemptPages).toHaveBeenCalledTimes(1);
});

test('of answers that come later only those are read', async () => {
  const stored = [attempt(0, 'first')];
  const run = runWith(stored);
  const texts = new AnswerTexts();
  await texts.complete(run);
  stored.push(attempt(1, 'second'));
  run.attempts.take(stored);
  await texts.complete(run);
  expect(texts.textOf(attempt(1, ''))).toBe('second');
  expect(run.attempt.mock.calls).toEqual([['CWE-022/a', 1]]);
});

test('a store that fails is no end: the answers can be asked for again', async () => {
  const run = runWith([attempt(0, 'first')]);
  run.attemptPages.mockImplementationOnce(async function* () {
    yield [];
    throw new Error('closed');
  });
  const texts = new AnswerTexts();
  await expect(texts.complete(run)).rejects.toThrow('closed');
  expect(texts.reading).toBe(false);
  await texts.complete(run);
  expect(texts.textOf(attempt(0, ''))).toBe('first');
});
