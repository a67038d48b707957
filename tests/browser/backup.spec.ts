import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { siteUrl, startRun, waitUntilFinished } from './support/site.ts';

/** Drops a file on the page as the file manager does. */
async function drop(page: Page, name: string, content: Buffer): Promise<void> {
  await page.evaluate(
    ([name, base64]) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([bytes], name));
      const event = { dataTransfer, cancelable: true, bubbles: true };
      document.body.dispatchEvent(new DragEvent('dragover', event));
      document.body.dispatchEvent(new DragEvent('drop', event));
    },
    [name, content.toString('base64')] as const,
  );
}

async function saved(page: Page, button: string): Promise<Buffer> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).first().click();
  return readFileSync(await (await download).path());
}

test('everything goes into one file and is dropped into another browser, which loses nothing', async ({
  page,
  browser,
}) => {
  await startRun(page, { model: 'insecure', samples: 'one' });
  await waitUntilFinished(page);
  await page.goto(siteUrl('#/runs'));
  // Nobody asked this browser to keep anything.
  await expect(page.getByText('Runs that are only here.')).toBeVisible();
  const backup = await saved(page, 'Back up everything');
  await expect(page.getByText('Runs that are only here.')).toHaveCount(0);

  const elsewhere = await (await browser.newContext()).newPage();
  await startRun(elsewhere, { model: 'secure', samples: 'one' });
  await waitUntilFinished(elsewhere);
  await elsewhere.goto(siteUrl('#/about'));
  await drop(elsewhere, 'codeseceval-backup.jsonl.gz', backup);
  const dialog = elsewhere.getByRole('dialog', { name: 'Restore this backup?' });
  await expect(dialog.getByText('1 run that is not here')).toBeVisible();
  // Another model was chosen last in this browser; that is kept unless the visitor says otherwise.
  await expect(dialog.getByRole('group', { name: /differs? from what is here/ })).toBeVisible();
  await expect(dialog.getByRole('radio', { name: 'Keep what is here' })).toBeChecked();
  const { violations } = await new AxeBuilder({ page: elsewhere }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await dialog.getByRole('button', { name: 'Restore' }).click();
  await elsewhere.goto(siteUrl('#/runs'));
  await expect(elsewhere.getByRole('link', { name: 'Insecure reference' })).toBeVisible();
  await expect(
    elsewhere.getByRole('link', { name: 'Secure reference', exact: true }),
  ).toBeVisible();

  // A second time there is nothing to do.
  await drop(elsewhere, 'codeseceval-backup.jsonl.gz', backup);
  await expect(dialog.getByText(/1 run of it is here already/)).toBeVisible();
  await dialog.getByRole('button', { name: /Cancel|Close/ }).click();
  await drop(elsewhere, 'notes.gz', Buffer.from('no gzip at all'));
  await expect(elsewhere.getByRole('alert')).toContainText('notes.gz: The file is not a backup');
});

test('an exported run that is dropped on any page opens', async ({ page, browser }) => {
  await startRun(page, { model: 'insecure', samples: 'one' });
  await waitUntilFinished(page);
  await page.goto(siteUrl('#/runs'));
  const run = await saved(page, 'Export the run of Insecure reference');
  const elsewhere = await (await browser.newContext()).newPage();
  await elsewhere.goto(siteUrl('#/samples'));
  await expect(elsewhere.getByRole('heading', { level: 1, name: 'Samples' })).toBeVisible();
  await drop(elsewhere, 'run.json', run);
  await expect(
    elsewhere.getByRole('heading', { level: 1, name: 'Insecure reference' }),
  ).toBeVisible();
  // Answers of a model are dropped as well.
  const answers = '{"task_id": "CWE-022/lab-report-reader", "completion": "x = 1"}\n';
  await drop(elsewhere, 'samples.jsonl', Buffer.from(answers));
  await expect(elsewhere.getByRole('heading', { level: 1, name: 'New run' })).toBeVisible();
  await expect(elsewhere.getByText(/1 answer/).first()).toBeVisible();
});
