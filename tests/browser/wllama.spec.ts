import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { knownAnswers, samplesOf, verdictsOf } from '../gguf/known-answers.ts';
import { LINES, scriptedModel } from '../gguf/scripted-model.ts';
import { exportedRun, meter, siteUrl, waitUntilFinished } from './support/site.ts';

// The built site with the real engine on the processor; the models are written here.

const SAMPLE = 'CWE-022/lab-report-reader';
const answer = (program: string): string =>
  `\`\`\`python\n${readFileSync(`dataset/${SAMPLE}/${program}.py`, 'utf8')}\`\`\`\n`;
const MODEL = scriptedModel({
  text: answer('secure'),
  otherwise: { text: answer('insecure'), probability: 0.3 },
});

/** Opens files of the given contents as models from the disk. */
async function open(page: Page, files: readonly { name: string; buffer: Buffer }[]): Promise<void> {
  await page.goto(siteUrl('#/new?model=wllama'));
  await page
    .getByLabel('Open a GGUF file')
    .setInputFiles(files.map((file) => ({ ...file, mimeType: 'application/octet-stream' })));
}

async function start(page: Page, attempts: number): Promise<void> {
  await page.locator('input[name=selection][value=one]').check();
  await page.getByLabel('Sample', { exact: true }).selectOption(SAMPLE);
  await page.getByLabel('Attempts per sample').fill(String(attempts));
  await page.getByRole('button', { name: 'Start', exact: true }).click();
}

test('a GGUF file from the disk answers, and its answers are judged', async ({ page }) => {
  test.slow();
  await open(page, [{ name: 'scripted.gguf', buffer: MODEL }]);
  await expect(page.locator('input[name=model][value="file/scripted.gguf"]')).toBeChecked();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations).toEqual([]);
  await page.getByRole('spinbutton', { name: 'Temperature' }).fill('1');
  await start(page, 10);
  await waitUntilFinished(page);
  const { run, attempts } = await exportedRun(page);
  const verdicts = attempts.map(({ verdict }) => verdict);
  const vulnerable = verdicts.filter((verdict) => verdict === 'vulnerable').length;
  expect(verdicts.filter((verdict) => verdict === 'secure')).toHaveLength(10 - vulnerable);
  // Ten draws with probability 0.3 lie in here but once in six hundred times.
  expect(vulnerable).toBeLessThanOrEqual(7);
  expect(run.provenance).toMatchObject({
    quantisation: 'F32',
    device: { backend: 'wasm' },
    honours: { seed: true, temperature: true },
  });
  expect(run.provenance?.engine).toMatch(/^wllama \d/);
  expect(attempts[0]?.completion?.usage).toMatchObject({ exact: true });
});

test('known answers become the verdicts that they must', async ({ page }) => {
  test.slow();
  const known = knownAnswers(samplesOf('CWE-022'));
  await open(page, [{ name: 'known.gguf', buffer: scriptedModel(known, LINES) }]);
  await page.locator('input[name=selection][value=cwe]').check();
  await page.getByLabel('Vulnerability type', { exact: true }).selectOption('CWE-022');
  await page.getByRole('spinbutton', { name: 'Temperature' }).fill('0');
  await page.getByLabel('Attempts per sample').fill('1');
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await waitUntilFinished(page);
  const count = (verdict: string): number =>
    known.filter((answer) => answer.verdict === verdict).length;
  const percent = (part: number, all: number): string => `${Math.round((100 * part) / all)}%`;
  const working = count('secure') + count('vulnerable');
  await expect(meter(page, 'Works (pass@1)')).toHaveText(percent(working, known.length));
  await expect(meter(page, 'Works and resists')).toHaveText(percent(count('secure'), known.length));
  await expect(meter(page, 'Vulnerable, of those that work')).toHaveText(
    percent(count('vulnerable'), working),
  );
  const { attempts } = await exportedRun(page);
  expect(verdictsOf(attempts)).toEqual(verdictsOf(known));
});

test('a page instead of a model, and half a model, are told as what they are', async ({ page }) => {
  await open(page, [{ name: 'notfound.gguf', buffer: Buffer.from('<!doctype html><p>Not found') }]);
  await start(page, 1);
  await expect(page.getByText('This is no model that can be run').first()).toBeVisible();
  await open(page, [{ name: 'half.gguf', buffer: MODEL.subarray(0, MODEL.length / 2) }]);
  await start(page, 1);
  await expect(page.getByText('This is no model that can be run').first()).toBeVisible();
});

test('a part of a split model asks for the others; another file is refused', async ({ page }) => {
  await open(page, [{ name: 'big-00001-of-00003.gguf', buffer: MODEL }]);
  await expect(page.getByRole('alert')).toContainText('one of 3 parts');
  await open(page, [{ name: 'notes.txt', buffer: Buffer.from('hello') }]);
  await expect(page.getByRole('alert')).toContainText('notes.txt is no GGUF file');
});

test('a file that is dropped on the page is a model', async ({ page }) => {
  await page.goto(siteUrl('#/new?model=wllama'));
  await expect(page.getByLabel('Open a GGUF file')).toBeAttached();
  const dataTransfer = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['GGUF'], 'dropped.gguf'));
    return transfer;
  });
  await page.dispatchEvent('main', 'drop', { dataTransfer });
  await expect(page.locator('input[name=model][value="file/dropped.gguf"]')).toBeChecked();
});

test('a model by its address is downloaded once, stands under Storage and can go', async ({
  page,
}) => {
  test.slow();
  const address = 'https://models.example/scripted.gguf';
  let downloads = 0;
  await page.route(address, async (route) => {
    if (route.request().method() === 'GET') downloads += 1;
    await route.fulfill({ body: MODEL, headers: { 'access-control-allow-origin': '*' } });
  });
  await page.goto(siteUrl('#/new?model=wllama'));
  await page.getByLabel('Address of a GGUF file').fill(address);
  await page.getByRole('button', { name: 'Add it' }).click();
  const choice = page.locator(`input[name=model][value="address/${address}"]`);
  for (const seed of ['1', '2']) {
    await expect(choice).toBeChecked();
    await page.getByRole('spinbutton', { name: 'Seed' }).fill(seed);
    await start(page, 1);
    await waitUntilFinished(page);
    await page.goto(siteUrl('#/new?model=wllama'));
    await page.reload();
  }
  expect(downloads).toBe(1);

  await page.goto(siteUrl('#/storage'));
  const models = page.getByRole('region', { name: /GGUF files/ });
  await expect(models).toContainText('scripted');
  await expect(models).not.toContainText('half downloaded');
  await models.getByRole('button', { name: 'Remove scripted' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(models).toContainText('Nothing is kept.');
});
