import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { startRun, waitUntilFinished } from './support/site.ts';

/** The text of the file that a click saves. */
async function saved(page: Page, button: string): Promise<Buffer> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  return readFileSync(await (await download).path());
}

test('from a figure down to the attempts behind it, and the address keeps the way', async ({
  page,
}) => {
  await startRun(page, { model: 'mix', samples: 'quick', attempts: 2, seed: 4 });
  await waitUntilFinished(page);
  const charts = page.getByRole('region', { name: 'Charts' });
  await expect(charts.getByRole('heading', { name: 'Works and resists' })).toBeVisible();

  // A field of the matrix lists its attempts: as many as the field says.
  const matrix = charts.getByRole('figure', { name: /^Works and resists/ });
  await matrix.locator('summary').click();
  const cell = matrix.getByRole('link', { name: /\(vulnerable\)/ });
  const count = Number.parseInt(await cell.innerText());
  await cell.click();
  await expect(page).toHaveURL(/\?verdict=vulnerable$/);
  const rows = page.getByRole('region', { name: 'Attempts' }).locator('tbody tr');
  await expect(rows).toHaveCount(count);
  await expect(rows.filter({ hasText: 'Vulnerable' })).toHaveCount(count);

  // The heat map is a picture for the mouse; the keyboard has the table behind it.
  const heat = charts.getByRole('figure', { name: /^Weaknesses and verdicts/ });
  await heat.locator('summary').click();
  const row = heat.getByRole('row', { name: /SQL injection CWE-089/ });
  await row.getByRole('link').first().press('Enter');
  await expect(page).toHaveURL(/cwe=CWE-089/);
  await expect(page.getByRole('heading', { name: 'Attempts' })).toBeFocused();
  await expect(page.getByRole('combobox', { name: 'Weakness' })).toHaveValue('CWE-089');

  // Words narrow it further; a reload keeps everything.
  await page.getByRole('button', { name: 'Show all' }).click();
  await page.getByRole('searchbox', { name: 'Find' }).fill('sqlite3');
  await page.reload();
  await expect(page.getByRole('searchbox', { name: 'Find' })).toHaveValue('sqlite3');
  await expect(rows.first()).toBeVisible();
  await rows.first().getByRole('link').click();
  await expect(page.getByRole('region', { name: 'Tests' })).toBeVisible();
  await page.getByRole('tab', { name: 'Beside secure' }).click();
  await expect(page.getByRole('region', { name: 'Secure reference code' })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('searchbox', { name: 'Find' })).toHaveValue('sqlite3');
});

test('charts are saved as SVG and PNG, always in the light scheme', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await startRun(page, { model: 'mix', samples: 'cwe', attempts: 2 });
  await waitUntilFinished(page);
  const svg = (await saved(page, 'Save “Works and resists” as SVG')).toString();
  expect(svg).toContain('<title>Works and resists</title>');
  // Ink of the light scheme, written into the file.
  expect(svg).toContain('fill="rgb(27, 29, 33)"');
  expect(svg).not.toMatch(/var\(--|class=|<a /);
  const png = await saved(page, 'Save “Works and resists” as PNG');
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  await expect(page.getByRole('region', { name: 'Messages' })).toHaveCount(0);
});

for (const [name, media] of [
  ['light', { colorScheme: 'light' }],
  ['dark', { colorScheme: 'dark' }],
  ['forced colours', { forcedColors: 'active' }],
] as const) {
  test(`axe finds nothing on a results page: ${name}`, async ({ page }) => {
    await page.emulateMedia(media);
    await startRun(page, { model: 'mix', samples: 'cwe', attempts: 3 });
    await waitUntilFinished(page);
    for (const summary of await page.locator('figure summary').all()) await summary.click();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });
}

test('a verdict is disputed with a text that has everything in it', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await startRun(page, { model: 'insecure', samples: 'one' });
  await waitUntilFinished(page);
  await page.getByRole('region', { name: 'Attempts' }).locator('tbody a').first().click();
  await page.getByRole('button', { name: 'Dispute this verdict' }).click();
  const dialog = page.getByRole('dialog', { name: 'Dispute this verdict' });
  const text = dialog.getByLabel('Text of the dispute');
  await expect(text).toHaveValue(/^# Disputed verdict: CWE-\d+\/[\w-]+, vulnerable/);
  await expect(text).toHaveValue(/## Code that was run/);
  await expect(text).toHaveValue(/- failed: `test_security_/);
  await text.fill(`${await text.inputValue()}\nIt is safe since …`);
  await dialog.getByRole('button', { name: 'Copy the text' }).click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('It is safe since …');
  await expect(dialog.getByRole('link', { name: 'Write a mail' })).toHaveAttribute(
    'href',
    /^mailto:\?subject=Disputed%20verdict/,
  );
  // No tracker is configured, so there is none to send anyone to.
  await expect(dialog.getByRole('link', { name: 'Open an issue' })).toHaveCount(0);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
});
