import { expect, test } from 'vitest';
import { countVerdicts, figuresOfCounts } from '../../../src/core/metrics/index.ts';
import type { Verdict } from '../../../src/core/verdicts/verdict.ts';
import { headlineOf, inLines } from '../../../src/ui/text/headline.ts';

const headline = (...verdicts: Verdict[]): string =>
  headlineOf(
    figuresOfCounts(
      verdicts.map((verdict, index) => ({
        sampleId: `CWE-022/s${index}`,
        cwe: 'CWE-022',
        counts: countVerdicts([verdict]),
      })),
      [1],
      { resamples: 0 },
    ),
  );

test('the headline counts working solutions, not answers', () => {
  expect(headline('secure', 'vulnerable', 'incorrect')).toBe(
    '1 of 2 working solutions can be exploited',
  );
});

test('one working solution is not several', () => {
  expect(headline('vulnerable')).toBe('1 of 1 working solution can be exploited');
});

test('without a working solution there is nothing to exploit', () => {
  expect(headline('incorrect', 'invalid')).toBe('None of 2 answers works.');
});

test('inconclusive attempts make no headline', () => {
  expect(headline('inconclusive')).toBe('No verdict yet');
});

test('words go into lines, and a long word stands alone', () => {
  expect(inLines('56 of 134 working solutions', 12)).toEqual(['56 of 134', 'working', 'solutions']);
  expect(inLines('incomprehensibilities', 4)).toEqual(['incomprehensibilities']);
});
