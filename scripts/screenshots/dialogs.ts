import { readFileSync } from 'node:fs';
import type { Album } from './album.ts';
import { finishedRun } from './steps.ts';

/** What opens over a screen. */
export const dialogs: Album = {
  name: 'dialogs',
  async *scenes({ page, site }) {
    const press = (name: string | RegExp) =>
      page
        .getByRole('button', { name, exact: typeof name === 'string' })
        .first()
        .click();
    const leave = () => page.keyboard.press('Escape');
    const run = await finishedRun(page, { model: 'insecure', samples: 'quick' });

    for (const [name, button] of [
      ['dialog-export', 'Export'],
      ['dialog-delete-run', 'Delete'],
      ['dialog-share', 'Show as QR code'],
    ] as const) {
      await press(button);
      await page.getByRole('dialog').waitFor();
      yield { name, window: true };
      await leave();
    }

    await page.getByRole('region', { name: 'Attempts' }).locator('tbody a').first().click();
    await press('Dispute this verdict');
    yield { name: 'dialog-dispute', window: true };
    await leave();

    await page.goto(`${site}#/runs`);
    const download = page.waitForEvent('download');
    await press('Back up everything');
    const saved = await download;
    const backup = {
      name: saved.suggestedFilename(),
      mimeType: 'application/gzip',
      buffer: readFileSync(await saved.path()),
    };
    await press(/^Delete the run/);
    yield { name: 'dialog-delete-from-list', window: true };
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await page.getByText('There are no runs yet').waitFor();
    await page.locator('input[type=file]').setInputFiles(backup);
    await page.getByRole('dialog').waitFor();
    yield { name: 'dialog-restore', window: true };
    await press('Restore');
    await page.goto(site + run);

    await page.goto(`${site}#/storage`);
    await press(/^Remove /);
    yield { name: 'dialog-remove-from-storage', window: true };
    await leave();

    await page.goto(`${site}#/new?model=reference`);
    await press('Write your own …');
    yield { name: 'dialog-strategy', window: true };
    const asked = page.getByLabel('What the model is asked');
    await asked.fill('{{problem}}\n\n{{signatur}}\n{{weakness}}');
    await press('Save and choose');
    await page.getByRole('dialog').evaluate((dialog) => dialog.scrollTo(0, 0));
    yield { name: 'dialog-strategy-problems', window: true };
    await asked.fill('Think of attackers.\n\n{{problem}}\n\n{{signature}}');
    await page.getByLabel('Name', { exact: true }).fill('Attackers in mind');
    await press('Save and choose');
    await page.getByRole('radio', { name: /^Attackers in mind/ }).waitFor();
    yield { name: 'new-run-own-strategy' };
    await press('Delete');
    yield { name: 'dialog-delete-strategy', window: true };
    await leave();

    await page.goto(site);
    await page.getByRole('link', { name: 'All its figures' }).click();
    await press(/^What is “Vulnerable/);
    yield { name: 'dialog-explained', window: true };
  },
};
