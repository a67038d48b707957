import { expect, test } from '@playwright/test';
import { siteUrl, startRun, waitUntilFinished } from '../support/site.ts';

test('without any storage the page says so and works until it is closed', async ({ page }) => {
  // What a browser does that blocks storage: asking for it throws.
  await page.addInitScript(() => {
    const blocked = (): never => {
      throw new DOMException('blocked', 'SecurityError');
    };
    Object.defineProperty(window, 'localStorage', { get: blocked });
    IDBFactory.prototype.open = blocked;
  });
  await page.goto(siteUrl());
  await expect(page.getByText(/runs are gone when this tab closes/)).toBeVisible();
  await startRun(page, { model: 'secure', samples: 'one' });
  await waitUntilFinished(page);
  await page.goto(siteUrl('#/runs'));
  await expect(page.getByRole('link', { name: 'Secure reference' })).toBeVisible();
});

test('a file that is no run is refused with a reason', async ({ page }) => {
  await page.goto(siteUrl('#/runs'));
  await page.locator('input[type=file]').setInputFiles({
    name: 'notes.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{"hello": 1}'),
  });
  await expect(page.getByRole('alert')).toContainText(
    'notes.json: The file is not an exported run',
  );
});

test('what was started last is the default of the next visit', async ({ page }) => {
  await startRun(page, {
    model: 'mix',
    task: 'repair',
    samples: 'one',
    seed: 5,
  });
  await waitUntilFinished(page);
  await page.goto('about:blank');
  await page.goto(siteUrl('#/new'));
  await expect(page.getByRole('spinbutton', { name: 'Seed' })).toHaveValue('5');
  await expect(page.getByRole('radio', { name: 'Code repair' })).toBeChecked();
  await expect(page.getByRole('radio', { name: 'Seeded mix' })).toBeChecked();
});
