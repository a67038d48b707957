import { expect, test } from '@playwright/test';
import { siteUrl, startRun, waitUntilFinished } from '../support/site.ts';

const HASHES = [
  '',
  '#/new',
  '#/new?model=webllm',
  '#/runs',
  '#/storage',
  '#/samples',
  '#/samples/CWE-022/lab-report-reader',
  '#/teach',
  '#/class',
  '#/x/abc',
  '#/help',
  '#/about',
  '#/r/abc',
  '#/nowhere',
];

/** WCAG 2.2, 1.4.10: no scrolling in two directions at the width of a phone, or at 400 % zoom. */
for (const width of [320, 390, 1440]) {
  test(`no screen is wider than a window of ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    for (const hash of HASHES) {
      await page.goto(siteUrl(hash));
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect([hash, wide]).toEqual([hash, width]);
    }
    await startRun(page, {
      provider: 'reference',
      model: 'insecure',
      samples: 'cwe',
      attempts: 20,
    });
    await waitUntilFinished(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    await page.locator('table a[href*="/runs/"]').first().click();
    await expect(page.getByRole('region', { name: 'Tests' })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  });
}

test('the page keeps its own policy: nothing it does is refused', async ({ page }) => {
  const refused: string[] = [];
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) refused.push(message.text());
  });
  for (const hash of HASHES) {
    await page.goto(siteUrl(hash));
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
  await page.goto(siteUrl('#/samples/CWE-022/lab-report-reader'));
  await page.getByRole('button', { name: 'Write it as a run' }).click();
  await expect(page).toHaveURL(/#\/runs\/\w+$/);
  await expect(page.getByRole('textbox', { name: /^Your solution/ })).toBeVisible();
  await page.getByRole('button', { name: 'Run the tests' }).click();
  await expect(page.getByRole('region', { name: 'Your last answer' })).toBeVisible();
  expect(refused).toEqual([]);
});
