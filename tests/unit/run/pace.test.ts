import { expect, test } from 'vitest';
import { paceOf, withAttempt } from '../../../src/run/pace.ts';
import type { Attempt, Completion } from '../../../src/run/run.ts';

const completion = (tokens: number | null, more: Partial<Completion> = {}): Completion => ({
  text: '',
  finish: 'stop',
  ms: 1,
  ...(tokens === null ? {} : { usage: { prompt: 100, completion: tokens, exact: true } }),
  ...more,
});

const attempt = (last: Completion, ...earlier: Completion[]): Attempt => {
  const round = {
    messages: [],
    extraction: { kind: 'no-code', reason: 'empty' },
    observation: null,
    verdict: 'invalid',
  } as const;
  return {
    runId: 'run',
    sampleId: 'CWE-022/a',
    index: 0,
    ...round,
    completion: last,
    earlier: earlier.map((each) => ({ ...round, completion: each })),
    extractionVersion: 1,
    finishedAt: 0,
  };
};

test('tokens of all rounds were written', () => {
  const work = { attempts: 3, newTokens: 100 };
  expect(withAttempt(work, attempt(completion(30), completion(20)))).toEqual({
    attempts: 4,
    newTokens: 150,
  });
});

test('a replayed answer was not written anew', () => {
  const work = { attempts: 0, newTokens: 0 };
  expect(withAttempt(work, attempt(completion(40, { replayed: true })))).toEqual({
    attempts: 1,
    newTokens: 0,
  });
});

test('twelve attempts with 600 tokens in a minute are 12 a minute and 10 tokens a second', () => {
  expect(paceOf({ attempts: 12, newTokens: 600 }, 60_000)).toEqual({
    msPerAttempt: 5000,
    attemptsPerMinute: 12,
    tokensPerSecond: 10,
  });
});

test('a single attempt makes no pace', () => {
  expect(paceOf({ attempts: 1, newTokens: 50 }, 1000)).toBeNull();
});

test('a run whose model counts no tokens has none a second', () => {
  expect(paceOf({ attempts: 4, newTokens: 0 }, 1000)?.tokensPerSecond).toBeNull();
});
