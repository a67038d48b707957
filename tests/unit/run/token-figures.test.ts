import { expect, test } from 'vitest';
import type { Completion } from '../../../src/run/run.ts';
import {
  completionsOf,
  costOf,
  sumOfTokens,
  tokenCounts,
  tokensPerSecond,
  tokenTotals,
} from '../../../src/run/token-figures.ts';

function completion(prompt: number, tokens: number, changes: Partial<Completion> = {}): Completion {
  const usage = { prompt, completion: tokens, exact: true };
  return { text: '', finish: 'stop', ms: 1000, usage, ...changes };
}

const UNCOUNTED: Completion = { text: 'x', finish: 'stop', ms: 1000 };

test('sums what was counted, and says of how many', () => {
  expect(tokenTotals([completion(10, 5), completion(20, 7), UNCOUNTED])).toEqual({
    prompt: 30,
    completion: 12,
    exact: true,
    counted: 2,
    generated: 3,
  });
});

test('one estimate makes the sum an estimate', () => {
  const usage = { prompt: 1, completion: 1, exact: false };
  expect(tokenTotals([completion(1, 1), { ...UNCOUNTED, usage }])?.exact).toBe(false);
});

test('replayed answers took no tokens and no time', () => {
  const replayed = completion(10, 5, { replayed: true });
  expect(tokenTotals([replayed])).toBeNull();
  expect(tokensPerSecond([replayed, completion(10, 30)])).toBe(30);
});

test('parts of a run add up to the whole, also where a part has no count', () => {
  const whole = [completion(10, 5), UNCOUNTED, completion(20, 7)];
  const parts = whole.map((each) => tokenCounts([each]));
  expect(sumOfTokens(parts)).toEqual(tokenTotals(whole));
  expect(sumOfTokens([tokenCounts([UNCOUNTED])])).toBeNull();
});

test('what was never counted is null, not zero', () => {
  expect(tokenTotals([UNCOUNTED])).toBeNull();
  expect(tokensPerSecond([UNCOUNTED])).toBeNull();
  expect(tokensPerSecond([completion(1, 5, { ms: 0 })])).toBeNull();
});

test('the speed weighs long answers as their time does', () => {
  expect(tokensPerSecond([completion(0, 10), completion(0, 90, { ms: 9000 })])).toBe(10);
});

test('rounds before the last one count as well', () => {
  const earlier = [{ completion: completion(1, 2) }] as never;
  expect(completionsOf([{ completion: completion(3, 4), earlier }])).toEqual([
    completion(1, 2),
    completion(3, 4),
  ]);
});

test('a price is for a million tokens', () => {
  const price = { input: 2, output: 8 };
  expect(costOf({ prompt: 500_000, completion: 250_000 }, price)).toBe(3);
});
