import { expect, type Page, test } from '@playwright/test';
import { siteUrl, waitUntilFinished } from '../support/site.ts';

async function runWith(page: Page, strategy: RegExp, seed: string): Promise<void> {
  await page.getByRole('radio', { name: strategy }).check();
  await page.getByRole('spinbutton', { name: 'Seed' }).fill(seed);
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await waitUntilFinished(page);
}

test('two strategies are tried one after the other, compared, and the comparison is sent', async ({
  page,
  context,
  browser,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(siteUrl());
  await page.getByRole('link', { name: 'or choose a model' }).click();
  await page.getByRole('radio', { name: /^Seeded mix/ }).check();
  await runWith(page, /^Plain/, '4');
  // The next run begins as the last one was, but for what is chosen anew.
  await page.getByRole('link', { name: 'New run', exact: true }).click();
  await expect(page.getByRole('radio', { name: /^Seeded mix/ })).toBeChecked();
  await runWith(page, /^Security reminder/, '9');

  await page.getByRole('link', { name: 'Runs', exact: true }).click();
  await expect(page.getByRole('checkbox')).toHaveCount(2);
  for (const box of await page.getByRole('checkbox').all()) await box.check();
  await page.getByRole('link', { name: 'Compare 2 runs' }).click();
  const table = page.getByRole('region', { name: 'Strategies and tasks' });
  await expect(table.getByRole('rowheader')).toHaveText(['Plain', 'Security reminder']);
  await expect(table.getByText(/ points from plain/)).toBeVisible();
  const said = await table.innerText();
  const differing = page.getByRole('region', { name: 'Verdicts by sample and run' });
  const samples = await differing.getByRole('link').allInnerTexts();

  const share = page.getByRole('button', { name: 'Copy', exact: true });
  await share.click();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const other = await (await browser.newContext()).newPage();
  await other.goto(link);
  await expect(other.getByText('Reported, not verified.')).toBeVisible();
  const there = other.getByRole('region', { name: 'Strategies and tasks' });
  await expect(there.getByText(/ points from plain/)).toBeVisible();
  expect(await there.innerText()).toBe(said);
  const same = other.getByRole('region', { name: 'Verdicts by sample and run' });
  expect(await same.getByRole('link').allInnerTexts()).toEqual(samples);
  // What both made of a sample leads to the sample.
  await same.getByRole('link').first().click();
  await expect(other.getByRole('heading', { level: 1 })).toHaveText(samples[0] ?? '');
});
