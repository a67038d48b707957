import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { strToU8, zipSync } from 'fflate';
import { meter, siteUrl, waitUntilFinished } from './support/site.ts';

const ORDERS = 'CWE-089/order-export-ids';
const code = (name: 'secure' | 'insecure'): string =>
  readFileSync(`dataset/${ORDERS}/${name}.py`, 'utf8');
const line = (completion: string, task_id = ORDERS): string =>
  JSON.stringify({ task_id, completion });

/** Gives files to the set-up page. */
async function give(page: Page, name: string, text: string): Promise<void> {
  await page.goto(siteUrl('#/new?model=imported'));
  await page
    .getByLabel('Choose files')
    .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
}

/** The text of the file that a button saves. */
async function saved(page: Page, button: string): Promise<string> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  return readFileSync(await (await download).path(), 'utf8');
}

/** Starts a run of the answers that were read. */
async function useAnswers(page: Page, title: string): Promise<void> {
  await page.getByLabel('Name of the model that made them').fill(title);
  await page.getByRole('button', { name: 'Use these answers' }).click();
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Delete', exact: true })).toBeVisible();
}

test('answers of a file are scored, then scored again and compared', async ({ page }) => {
  const lines = [
    line(code('secure')),
    'nonsense',
    line(code('insecure')),
    line('x', 'HumanEval/0'),
  ];
  await give(page, 'samples.jsonl', lines.join('\n'));
  const read = page.getByRole('region', { name: 'What was read' });
  await expect(read.getByText('2 answers to 1 sample, up to 2 each.')).toBeVisible();
  await expect(read.getByText('line 2: the line is not JSON')).toBeVisible();
  await expect(read.getByText('Unknown ids: HumanEval/0.')).toBeVisible();
  await useAnswers(page, 'Model X');
  await expect(page.getByRole('heading', { name: 'Model X', level: 1 })).toBeVisible();
  await expect(meter(page, 'Works and resists')).toHaveText('50%');
  await page.getByRole('link', { name: 'Export of selected orders' }).first().click();
  await expect(page.getByText('Replayed', { exact: false }).first()).toBeVisible();
  await page.goBack();

  await page.getByRole('button', { name: 'Score again' }).click();
  await expect(page.getByRole('link', { name: 'Compare with before' })).toBeVisible();
  await waitUntilFinished(page);
  await expect(meter(page, 'Works and resists')).toHaveText('50%');
  await page.getByRole('link', { name: 'Compare with before' }).click();
  await expect(page.getByRole('heading', { name: 'Model X', level: 2 })).toHaveCount(2);
});

test('prompts leave as a batch, its output comes back, and the run leaves in six forms', async ({
  page,
}) => {
  await page.goto(siteUrl('#/new?model=imported'));
  await page.getByText('Take the prompts elsewhere').click();
  await page.locator('input[name=selection][value=one]').check();
  await page.getByRole('combobox', { name: 'Sample' }).selectOption(ORDERS);
  await page.getByLabel('name of the model there').fill('m');
  const prompts = await saved(page, 'Save prompts.jsonl');
  const { custom_id, body } = JSON.parse(prompts) as { custom_id: string; body: object };
  expect(body).toMatchObject({ model: 'm', messages: [{ role: 'user' }] });

  const message = { role: 'assistant', content: code('insecure') };
  const response = { status_code: 200, body: { choices: [{ message, finish_reason: 'stop' }] } };
  await give(page, 'output.jsonl', JSON.stringify({ custom_id, response, error: null }));
  await useAnswers(page, 'Model Y');
  const forms = {
    'The whole run': '"format": "codeseceval-run"',
    'A table of the attempts': `Model Y,imported,generation,plain,${ORDERS},CWE-089,0,vulnerable`,
    'The answers': `{"task_id":"${ORDERS}"`,
    'EvalPlus results': '"plus_status": "fail"',
    'Inspect log': '"version": 2',
    'lm-evaluation-harness results': '"secure_pass@1,none": 0',
  };
  for (const [form, part] of Object.entries(forms)) {
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    expect(await saved(page, form)).toContain(part);
  }
});

test('a pasted text with answers is scored', async ({ page }) => {
  await page.goto(siteUrl('#/new?model=imported'));
  await page.getByText('Take the prompts elsewhere').click();
  await page
    .getByLabel('All the answers in one text')
    .fill(`Here you are.\n\n=== ${ORDERS}#0 ===\n\n${code('secure')}`);
  await page.getByRole('button', { name: 'Read the answers' }).click();
  await useAnswers(page, 'A chat');
  await expect(meter(page, 'Works and resists')).toHaveText('100%');
});

test('a dropped archive is read; what it has no answers to stays open', async ({ page }) => {
  const archive = zipSync({
    [`out/${ORDERS}/0.py`]: strToU8(code('secure')),
    [`out/${ORDERS}/1.py`]: strToU8(code('insecure')),
    'out/CWE-089/library-loan-lookup/0.py': strToU8('pass'),
  });
  await page.goto(siteUrl('#/new?model=imported'));
  await expect(page.getByLabel('Choose files')).toBeAttached();
  await page.evaluate((bytes) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([new Uint8Array(bytes)], 'out.zip'));
    window.dispatchEvent(new DragEvent('drop', { dataTransfer, cancelable: true }));
  }, Array.from(archive));
  await expect(page.getByText('3 answers to 2 samples, up to 2 each.')).toBeVisible();
  await expect(page.getByText('1 sample has fewer answers than 2')).toBeVisible();
  await useAnswers(page, 'Model Z');
  await expect(page.getByText('There are no answers to the attempts that are left.')).toBeVisible();
});
