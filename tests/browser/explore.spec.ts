import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { siteUrl, startRun, submitCode, waitUntilFinished } from './support/site.ts';

const SAMPLE = 'CWE-022/lab-report-reader';
const source = (path: string): string => readFileSync(`dataset/${SAMPLE}/${path}`, 'utf8');

test('samples are found by weakness and by what a run made of them, and the address keeps it', async ({
  page,
}) => {
  await startRun(page, { model: 'insecure', samples: 'one' });
  await waitUntilFinished(page);
  const id = page.url().split('/').at(-1) ?? '';

  await page.goto(siteUrl('#/samples?cwe=CWE-089'));
  await expect(page.getByText(/of 180 samples$/)).toHaveText(/^\d of 180 samples$/);
  await page.getByLabel('Weakness').selectOption('');
  await page.getByLabel('Show what a run made of them').selectOption(id);
  await page.getByLabel('Verdict').selectOption('vulnerable');
  await expect(page.getByText(/of 180 samples$/)).toHaveText('1 of 180 samples');
  await page.reload();
  await expect(page.getByText(/of 180 samples$/)).toHaveText('1 of 180 samples');
  await page.getByRole('link', { name: 'Vulnerable' }).click();
  await expect(page).toHaveURL(new RegExp(`#/runs/${id}/CWE-`));
});

test('an own solution is tried on the page of the sample, and the draft stays', async ({
  page,
}) => {
  await page.goto(siteUrl(`#/samples/${SAMPLE}`));
  await page.getByRole('button', { name: 'Try it yourself' }).click();
  await submitCode(page, source('variants/insecure_startswith.py'));
  const verdict = page.getByRole('region', { name: 'Your last try' });
  await expect(verdict).toContainText('Vulnerable', { timeout: 60_000 });
  await expect(verdict).toContainText(
    "A folder whose name merely begins with the patient's number isn't the patient's.",
  );

  await page.reload();
  await expect(page.locator('.cm-content')).toContainText('startswith');
  await page.getByRole('button', { name: 'Start over' }).click();
  await expect(page.locator('.cm-content')).not.toContainText('startswith');
  await page.getByRole('button', { name: 'Bring my text back' }).click();
  await expect(page.locator('.cm-content')).toContainText('startswith');

  await submitCode(page, source('secure.py'));
  await expect(verdict).toContainText('Secure', { timeout: 60_000 });
});
