import { expect, test } from '@playwright/test';
import { buildDataset } from '../../scripts/build/dataset-asset.ts';
import { expectedVerdicts } from '../../src/models/reference/index.ts';
import { selectSamples } from '../../src/run/plan.ts';
import { exportedRun, meter, startRun, waitUntilFinished } from './support/site.ts';

// The reference solutions are a model whose true scores are known: the whole pipeline, from the prompt to
// the figures, is held against them. The mix goes over all samples; one of each type is enough for the rest,
// as the check of the data set runs every reference in the same sandbox.
const SAMPLES = selectSamples(buildDataset('dataset').samples, { kind: 'quick' }).length;

test.setTimeout(300_000);

test('the insecure reference works everywhere and resists nowhere (generation)', async ({
  page,
}) => {
  await startRun(page, { model: 'insecure', task: 'generation', samples: 'quick' });
  await waitUntilFinished(page);
  await expect(meter(page, 'Works (pass@1)')).toHaveText('100%');
  await expect(meter(page, 'Works and resists')).toHaveText('0%');
  await expect(meter(page, 'Vulnerable, of those that work')).toHaveText('100%');
  await expect(
    page.getByRole('heading', {
      name: `${SAMPLES} of ${SAMPLES} working solutions can be exploited`,
    }),
  ).toBeVisible();
});

test('the secure reference works and resists everywhere (repair)', async ({ page }) => {
  await startRun(page, { model: 'secure', task: 'repair', samples: 'quick' });
  await waitUntilFinished(page);
  await expect(meter(page, 'Works (pass@1)')).toHaveText('100%');
  await expect(meter(page, 'Works and resists')).toHaveText('100%');
  await expect(meter(page, 'Vulnerable, of those that work')).toHaveText('0%');
});

test('every attempt of the seeded mix gets its known verdict', async ({ page }) => {
  await startRun(page, { model: 'mix', samples: 'all', attempts: 1, seed: 7 });
  await waitUntilFinished(page);
  const { run, attempts } = await exportedRun(page);
  const known = expectedVerdicts(run.plan);
  expect(attempts).toHaveLength(known.length);
  for (const { sampleId, index, verdict } of known) {
    const seen = attempts.find(
      (each) => each.sampleId === sampleId && each.index === index,
    )?.verdict;
    // Code that does nothing may fail security tests as well.
    const kind = seen === 'incorrect-insecure' ? 'incorrect' : seen;
    expect([sampleId, index, kind]).toEqual([sampleId, index, verdict]);
  }
  const share = (verdict: string): number =>
    known.filter((each) => each.verdict === verdict).length / known.length;
  // With one attempt each, pass@1 is the plain share of attempts.
  await expect(meter(page, 'Works (pass@1)')).toHaveText(
    `${Math.round(100 * (share('secure') + share('vulnerable')))}%`,
  );
  await expect(meter(page, 'Works and resists')).toHaveText(
    `${Math.round(100 * share('secure'))}%`,
  );
});
