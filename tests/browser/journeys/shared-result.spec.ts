import { expect, test } from '@playwright/test';
import { startRun, submitCode, waitUntilFinished } from '../support/site.ts';

test('who gets a link first reads what it says, then tries a sample, then runs it', async ({
  page,
  browser,
}) => {
  await startRun(page, { model: 'mix', samples: 'cwe', attempts: 5 });
  await waitUntilFinished(page);
  const link = await page.getByLabel('Result link').inputValue();

  const visitor = await (await browser.newContext()).newPage();
  await visitor.goto(link);
  await expect(visitor.getByRole('heading', { level: 1, name: 'Seeded mix' })).toBeVisible();
  await expect(visitor.getByText('Reported, not verified.')).toBeVisible();
  // Nothing of the sender's browser is here: no run, and no verdict in a run.
  const cell = visitor.getByRole('region', { name: 'Samples' }).getByRole('link').first();
  await cell.click();
  await expect(visitor.getByRole('heading', { name: 'Insecure and secure' })).toBeVisible();
  await expect(visitor.getByRole('heading', { name: 'In your runs' })).toHaveCount(0);

  await visitor.getByRole('button', { name: 'Try it yourself' }).click();
  await submitCode(visitor, 'def nothing():\n    pass\n');
  await expect(visitor.getByRole('region', { name: 'Your last try' })).toContainText('Invalid', {
    timeout: 60_000,
  });
  await visitor.goBack();
  await expect(visitor.getByText('Reported, not verified.')).toBeVisible();

  await visitor.getByRole('link', { name: 'Run it yourself' }).click();
  await visitor.getByRole('radio', { name: /^Insecure reference/ }).check();
  await visitor.getByRole('radio', { name: /^One sample/ }).check();
  await visitor.getByRole('button', { name: 'Start', exact: true }).click();
  await waitUntilFinished(visitor);
  await visitor.getByRole('link', { name: 'Runs', exact: true }).click();
  await expect(visitor.getByRole('link', { name: 'Insecure reference' })).toBeVisible();
  await expect(visitor.getByRole('link', { name: 'Seeded mix' })).toHaveCount(0);
});
