import { expect, test } from '@playwright/test';
import { exportedRun, figuresText, siteUrl, startRun, waitUntilFinished } from './support/site.ts';

const PLAN = { model: 'mix', samples: 'quick', attempts: 1, seed: 11 } as const;

test.setTimeout(600_000);

test('a run that was cut by a reload ends with the figures of an undisturbed one', async ({
  page,
}) => {
  await startRun(page, PLAN);
  await waitUntilFinished(page);
  const undisturbed = await figuresText(page);

  await startRun(page, PLAN);
  const done = page.getByRole('progressbar', { name: 'Attempts done' });
  await expect
    .poll(async () => Number((await done.getAttribute('value')) ?? 0), { timeout: 60_000 })
    .toBeGreaterThan(5);
  await page.reload();
  const resume = page.getByRole('button', { name: 'Resume', exact: true });
  await expect(resume).toBeVisible();
  await expect(page.getByRole('link', { name: 'Cart total' }).first()).toBeVisible();
  const before = await exportedRun(page);
  expect(before.attempts.length).toBeGreaterThan(5);
  await resume.click();
  await waitUntilFinished(page);
  expect(await figuresText(page)).toBe(undisturbed);

  // Nothing lost, nothing run twice: what was stored before is there to the letter.
  const after = await exportedRun(page);
  expect(after.attempts).toHaveLength(before.run.total);
  for (const attempt of before.attempts) {
    expect(after.attempts).toContainEqual(attempt);
  }
});

test('a second tab cannot run the same run', async ({ page, context }) => {
  await startRun(page, PLAN);
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(other.getByText('Running in another tab').first()).toBeVisible();
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  await expect(page.getByRole('button', { name: /^(Start|Resume)$/ })).toBeVisible();
  await expect(other.getByText('Running in another tab')).toHaveCount(0);
});

test('an exported run can be imported and deleted', async ({ page }) => {
  await startRun(page, { model: 'secure', samples: 'one' });
  await waitUntilFinished(page);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await page.getByRole('button', { name: 'The whole run' }).click();
  const file = await (await download).path();
  await page.goto(siteUrl('#/runs'));
  await page.locator('input[type=file]').setInputFiles(file);
  // One run is opened; the list has it beside the one that it came from.
  await expect(page).toHaveURL(/#\/runs\/\w+$/);
  await page.goto(siteUrl('#/runs'));
  await expect(page.getByRole('button', { name: /^Delete the run of/ })).toHaveCount(2);
  await page
    .getByRole('button', { name: /^Delete the run of/ })
    .first()
    .click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByRole('button', { name: /^Delete the run of/ })).toHaveCount(1);
});
