import { expect, type Page, test } from '@playwright/test';
import { siteUrl, waitUntilFinished } from '../support/site.ts';

/** Presses Tab until the element with this name has the focus, as a visitor without a mouse does. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press('Tab');
    const focused = page.locator(':focus');
    if ((await focused.count()) === 0) continue;
    const text = await focused.evaluate(
      (element) => element.getAttribute('aria-label') ?? element.textContent.trim(),
    );
    if (text.startsWith(name)) return;
  }
  throw new Error(`Tab never reaches “${name}”`);
}

test('from the start page to a shared result by keyboard alone', async ({ page }) => {
  await page.goto(siteUrl());
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await tabTo(page, 'Run the benchmark');
  await page.keyboard.press('Enter');
  await waitUntilFinished(page);
  await tabTo(page, 'Copy');
  await page.keyboard.press('Shift+Tab');
  const link = await page.locator(':focus').inputValue();
  // The same by the links at the top of the results: one key leads to the section.
  const contents = page.getByRole('navigation', { name: 'On this page' });
  await contents.getByRole('link', { name: 'Share' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Share' })).toBeFocused();
  await page.goto(link);
  await expect(page.getByText('Reported, not verified.')).toBeVisible();
});

test('the skip link leads past the navigation and stays on the screen', async ({ page }) => {
  await page.goto(siteUrl('#/about'));
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();
  await expect(page).toHaveURL(/#\/about$/);
});

test('a new screen takes the focus, so that reading goes on at its top', async ({ page }) => {
  await page.goto(siteUrl());
  await page.getByRole('link', { name: 'Samples', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Samples' })).toBeVisible();
  await expect(page.locator('main')).toBeFocused();
});

test('the editor can be left by Escape and Tab', async ({ page }) => {
  await page.goto(siteUrl('#/samples/CWE-022/lab-report-reader'));
  const editor = page.getByRole('textbox', { name: /^Your solution/ });
  await editor.focus();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Run the tests' })).toBeFocused();
});

test('the tabs of an attempt follow the arrow keys', async ({ page }) => {
  await page.goto(siteUrl());
  await page.getByRole('button', { name: 'Run the benchmark' }).click();
  await waitUntilFinished(page);
  await page.locator('table a[href*="/runs/"]').first().click();
  await page.getByRole('tab', { name: 'Code' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('tab', { name: 'Full answer' })).toBeFocused();
  await expect(page.getByRole('region', { name: 'Full answer' })).toContainText('```python');
  await page.keyboard.press('End');
  await expect(page.getByRole('region', { name: 'Secure reference code' })).toBeVisible();
});
