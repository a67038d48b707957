import { expect, test } from '@playwright/test';
import { siteUrl, startRun, waitUntilFinished } from './support/site.ts';

test('two runs are compared, and the link shows the same elsewhere', async ({ page, browser }) => {
  await startRun(page, { model: 'insecure', samples: 'quick', attempts: 1 });
  await waitUntilFinished(page);
  await startRun(page, { model: 'secure', samples: 'quick', attempts: 1 });
  await waitUntilFinished(page);

  await page.goto(siteUrl('#/runs'));
  await page.getByRole('checkbox', { name: /Insecure reference/ }).check();
  await expect(page.getByText('Tick two or more runs')).toBeVisible();
  await page.getByRole('checkbox', { name: /Secure reference/ }).check();
  await page.getByRole('link', { name: 'Compare 2 runs' }).click();

  const second = page.getByRole('region', { name: /^Secure reference/ });
  await expect(second.getByText(/is more often secure/)).toBeVisible();
  // Every sample changed from vulnerable to secure.
  await expect(second.getByText(/\+100 points/)).toBeVisible();
  await expect(second.getByText(/McNemar’s exact test, p < 0.001/)).toBeVisible();
  const said = await second.innerText();

  const link = await page.getByLabel('Link of the comparison').inputValue();
  const elsewhere = await (await browser.newContext()).newPage();
  await elsewhere.goto(link);
  const there = elsewhere.getByRole('region', { name: /^Secure reference/ });
  await expect(there.getByText(/McNemar’s exact test/)).toBeVisible();
  await expect(elsewhere.getByText('Reported, not verified')).toBeVisible();
  await expect(page.getByText('Reported, not verified')).toHaveCount(0);
  expect(await there.innerText()).toBe(said);
});
