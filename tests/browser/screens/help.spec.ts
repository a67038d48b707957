import { expect, test } from '@playwright/test';
import { siteUrl } from '../support/site.ts';

test('a figure of the example is explained on the spot, and the help goes on there', async ({
  page,
}) => {
  await page.goto(siteUrl());
  await page.getByRole('link', { name: 'All its figures' }).click();
  await expect(
    page.getByRole('heading', { name: /working solutions can be exploited/ }),
  ).toBeVisible();
  await page.getByRole('button', { name: 'What is “Vulnerable, of those that work”?' }).focus();
  await page.keyboard.press('Enter');
  const note = page.getByRole('note', { name: 'Vulnerable, of those that work' });
  await expect(note).toContainText('Σ works');
  await page.keyboard.press('Escape');
  await expect(note).toBeHidden();
  await page.keyboard.press('Enter');
  await note.getByRole('link').click();
  await expect(page).toHaveURL(/#\/help\?to=vulnerable-rate$/);
  await expect(page.getByRole('heading', { name: 'Vulnerable, of those that work' })).toBeFocused();
});

test('a link to a weakness opens the help at its paragraph', async ({ page }) => {
  await page.goto(siteUrl('#/help?to=CWE-089'));
  const heading = page.getByRole('heading', { name: 'CWE-089 SQL injection' });
  await expect(heading).toBeFocused();
  await expect(heading).toBeInViewport();
  await expect(page.getByRole('link', { name: 'CWE-089 at MITRE' })).toHaveAttribute(
    'href',
    'https://cwe.mitre.org/data/definitions/89.html',
  );
  await page
    .getByRole('navigation', { name: 'On this page' })
    .getByRole('link', { name: 'Glossary' })
    .click();
  await expect(page.getByRole('heading', { name: 'Glossary' })).toBeFocused();
  await expect(page).toHaveURL(/#\/help\?to=glossary$/);
});

test('the start page fits one screen, and starts above the fold of a phone', async ({ page }) => {
  await page.goto(siteUrl());
  await expect(page.getByRole('link', { name: 'All its figures' })).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole('link', { name: 'Teach a class' })).toBeInViewport({ ratio: 1 });
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(page.getByRole('button', { name: 'Run the benchmark' })).toBeInViewport({
    ratio: 1,
  });
});

test('the samples are one tab stop with arrow keys, and lead to the sample', async ({ page }) => {
  await page.goto(siteUrl());
  const cells = page.locator('a.cell');
  await cells.first().focus();
  await page.keyboard.press('ArrowRight');
  await expect(cells.nth(1)).toBeFocused();
  await page.keyboard.press('End');
  await expect(cells.last()).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'All its figures' })).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/samples\/CWE-\d{3}\/[\w-]+$/);
});
