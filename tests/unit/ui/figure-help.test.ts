import { expect, test } from 'vitest';
import { BOOTSTRAP_SEED, RESAMPLES } from '../../../src/core/metrics/interval.ts';
import { MIN_SAMPLES_FOR_INTERVAL } from '../../../src/core/metrics/estimate.ts';
import { MAX_INCONCLUSIVE } from '../../../src/core/metrics/figures.ts';
import { FIGURES, figureHelp } from '../../../src/ui/text/figure-help.ts';

test('each figure has an anchor of its own', () => {
  const ids = FIGURES.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test('the help on intervals names the numbers that the bootstrap uses', () => {
  const { formula, more } = figureHelp('interval');
  expect(formula).toContain(RESAMPLES.toLocaleString('en-GB'));
  expect(more).toContain(`seed ${BOOTSTRAP_SEED}`);
  expect(more).toContain(`Below ${MIN_SAMPLES_FOR_INTERVAL} samples`);
});

test('the help on coverage names the share above which there is no headline', () => {
  expect(figureHelp('coverage').more).toContain(`Above ${100 * MAX_INCONCLUSIVE}%`);
});
