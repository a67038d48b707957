import { expect, test } from '@playwright/test';
import { exportedRun, siteUrl, waitUntilFinished } from './support/site.ts';

test('a strategy is written, previewed and run, and its run outlives it', async ({ page }) => {
  await page.goto(siteUrl('#/new'));
  await page.getByRole('button', { name: 'Write your own …' }).click();
  const editor = page.getByRole('dialog', { name: 'A strategy of your own' });
  const asked = editor.getByLabel('What the model is asked');
  await asked.fill('{{problem}}\n\n{{signatur}}\n');
  await expect(editor.getByText(/^Line 3: There is no placeholder “{{signatur}}”/)).toBeVisible();
  await asked.fill('Think of attackers.\n\n{{problem}}\n\n');
  await editor.getByRole('button', { name: '{{signature}}' }).click();
  await expect(asked).toHaveValue('Think of attackers.\n\n{{problem}}\n\n{{signature}}');
  await editor.getByLabel('Shown for the sample').selectOption('CWE-022/lab-report-reader');
  const preview = editor.getByRole('region', { name: 'Prompt, user message' });
  await expect(preview).toContainText('def read_report(');

  // Escape keeps what is written; a name is still missing.
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Go on writing your strategy' }).click();
  await editor.getByRole('button', { name: 'Save and choose' }).click();
  await expect(editor.getByLabel('Name')).toBeFocused();
  await editor.getByLabel('Name').fill('Attackers in mind');
  await editor.getByLabel('Name').press('Enter');
  await expect(page.getByRole('radio', { name: /^Attackers in mind/ })).toBeChecked();

  await page.locator('input[name=selection][value=one]').check();
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await waitUntilFinished(page);
  const { run, attempts } = await exportedRun(page);
  expect(run.plan.strategy).toMatch(/^own-[0-9a-f]{16}$/);
  expect(attempts[0]?.messages[0]?.content).toMatch(/^Think of attackers\.\n\n/);
  const address = page.url();

  await page.goto(siteUrl('#/new'));
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByRole('radio', { name: /^Attackers in mind/ })).toHaveCount(0);

  await page.goto(address);
  await page.reload();
  await page.locator('#provenance summary').first().click();
  await expect(page.getByText(`Attackers in mind (${run.plan.strategy})`)).toBeVisible();
  await expect(page.getByRole('region', { name: 'user message' })).toContainText('{{signature}}');
});
