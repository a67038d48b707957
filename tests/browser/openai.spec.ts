import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { type FaultOptions, type FaultServer, startFaultServer } from '../fakes/fault-server.ts';
import { exportedRun, siteUrl, waitUntilFinished } from './support/site.ts';

// The built site against a fake server on this machine that fails as real ones do.

const SAMPLE = 'CWE-022/lab-report-reader';
const SECURE = `\`\`\`python\n${readFileSync(`dataset/${SAMPLE}/secure.py`, 'utf8')}\`\`\`\n`;
const KEY = 'sk-test-0123456789';

let server: FaultServer | null = null;

async function serve(options: FaultOptions = {}): Promise<FaultServer> {
  server = await startFaultServer(options);
  return server;
}

test.afterEach(async () => {
  await server?.close();
  server = null;
});

/** Opens the form and fills in what a visitor would type. */
async function fillIn(
  page: Page,
  endpoint: { preset: string; url: string; key?: string; parallel?: number },
): Promise<void> {
  await page.goto(siteUrl('#/new?model=openai-compatible'));
  await page.getByLabel('Server', { exact: true }).selectOption(endpoint.preset);
  await page.getByLabel('Address').fill(endpoint.url);
  if (endpoint.key !== undefined) await page.getByLabel(/^API key/).fill(endpoint.key);
  if (endpoint.parallel !== undefined) {
    await page.getByLabel('Requests at once').fill(String(endpoint.parallel));
  }
}

const connect = (page: Page) => page.getByRole('button', { name: 'Connect' }).click();

/** A run of one sample; the models are listed. */
async function startOn(page: Page, model: string, attempts: number): Promise<void> {
  await page.getByRole('radio', { name: model, exact: true }).check();
  await page.locator('input[name=selection][value=one]').check();
  await page.getByLabel('Sample', { exact: true }).selectOption(SAMPLE);
  await page.getByLabel('Attempts per sample').fill(String(attempts));
  await page.getByRole('button', { name: 'Start', exact: true }).click();
}

test('two answers at once, judged; the key is in no export, no link and no storage', async ({
  page,
}) => {
  const { url } = await serve({
    key: KEY,
    models: ['tiny', 'small'],
    chat: () => ({ kind: 'answer', text: SECURE, pieceBytes: 64, delayMs: 1000 }),
  });
  await fillIn(page, { preset: 'vllm', url, key: KEY, parallel: 2 });
  await connect(page);
  await expect(page.getByText('2 models to choose from.')).toBeVisible();
  await startOn(page, 'small', 2);
  await waitUntilFinished(page);
  expect(server?.mostAtOnce).toBe(2);
  expect(server?.chats.at(-1)?.model).toBe('small');
  const exported = await exportedRun(page);
  expect(exported.attempts.map(({ verdict }) => verdict)).toEqual(['secure', 'secure']);
  expect(exported.run.provenance).toMatchObject({
    engine: 'vLLM',
    device: { backend: 'remote' },
    honours: { seed: true, temperature: true },
  });
  const link = await page.getByRole('textbox', { name: 'Result link' }).inputValue();
  const storage = await page.evaluate(() => JSON.stringify(localStorage));
  expect(`${JSON.stringify(exported)} ${link} ${storage}`).not.toContain(KEY);
});

test('tokens, their speed and their price are shown for the run and for each attempt', async ({
  page,
}) => {
  const usage = { prompt_tokens: 1000, completion_tokens: 250 };
  const { url } = await serve({
    chat: () => ({ kind: 'answer', text: SECURE, delayMs: 100, usage, fingerprint: 'fp_1' }),
    hello: { kind: 'answer', text: 'OK', fingerprint: 'fp_1' },
  });
  await fillIn(page, { preset: 'custom', url });
  await page.getByText('Does it cost money?').click();
  await page.getByLabel('US$ for a million tokens of prompts').fill('3');
  await page.getByLabel('US$ for a million tokens of answers').fill('12');
  await connect(page);
  await startOn(page, 'tiny', 2);
  await waitUntilFinished(page);

  await page.locator('#provenance summary').first().click();
  const provenance = page.locator('details', { hasText: 'Provenance' });
  await expect(provenance).toContainText(/2,000 in, 500 out; [\d.]+ tokens\/s/);
  await expect(provenance).toContainText('$0.012 at $3 in and $12 out for a million tokens');
  await expect(provenance).toContainText('OpenAI-compatible server fp_1');
  await expect(provenance).toContainText(/Fingerprint\s*openai-compatible [0-9a-f]{32}/);
  await expect(provenance).toContainText(/Data set\s*[0-9a-f]{64}/);

  await page.locator('a.cell').first().click();
  await expect(
    page.getByText(/^Answer: 250 tokens in .*tokens\/s.*1,000 tokens · \$0\.0060$/),
  ).toBeVisible();
});

test('a server that takes no seed is used without, and the run says so', async ({ page }) => {
  const { url } = await serve({
    refuses: { fields: ['seed', 'stream_options'] },
    chat: () => ({ kind: 'answer', text: SECURE }),
  });
  await fillIn(page, { preset: 'custom', url });
  await connect(page);
  await startOn(page, 'tiny', 1);
  await waitUntilFinished(page);
  const { run } = await exportedRun(page);
  expect(run.provenance?.honours).toEqual({ seed: false, temperature: true });
});

test('a wrong key is told, and the right one connects', async ({ page }) => {
  const { url } = await serve({ key: KEY });
  await fillIn(page, { preset: 'custom', url, key: 'sk-wrong' });
  await connect(page);
  await expect(page.getByRole('alert')).toContainText('refuses the key (status 401)');
  await expect(page.getByRole('button', { name: 'Start', exact: true })).toBeDisabled();
  await page.getByLabel(/^API key/).fill(KEY);
  await page.getByLabel(/^API key/).press('Enter');
  await expect(page.getByText('1 model to choose from.')).toBeVisible();
});

test('a server without CORS gets the exact command for this page', async ({ page }) => {
  const { url } = await serve({ cors: false });
  await fillIn(page, { preset: 'ollama', url });
  await connect(page);
  const { origin } = new URL(siteUrl());
  await expect(page.getByRole('alert')).toContainText('runs, but doesn’t let this page read');
  await expect(page.getByRole('alert').locator('code').first()).toHaveText(
    `OLLAMA_ORIGINS=${origin} ollama serve`,
  );
});

test('a server that isn’t running is told from one without CORS', async ({ page }) => {
  const { url } = await serve();
  await server?.close();
  await fillIn(page, { preset: 'lm-studio', url });
  await connect(page);
  await expect(page.getByRole('alert')).toContainText('is not running or can’t be reached');
  await expect(page.getByRole('alert')).toContainText('lms server start --cors');
});

test('a web page instead of an interface points at the address', async ({ page }) => {
  const { url } = await serve({ list: { kind: 'html' } });
  await fillIn(page, { preset: 'custom', url });
  await connect(page);
  await expect(page.getByRole('alert')).toContainText('not as an OpenAI-compatible server does');
});

test('a server without a list takes the name of a model', async ({ page }) => {
  const { url } = await serve({ list: { kind: 'status', status: 404 } });
  await fillIn(page, { preset: 'custom', url });
  await connect(page);
  await expect(page.getByRole('alert')).toContainText('has no list of models');
  await page.getByText('The model isn’t listed?', { exact: true }).click();
  await page.getByLabel('Name of the model').fill('my-model');
  await page.getByLabel('Name of the model').press('Enter');
  await expect(page.getByRole('radio', { name: 'my-model' })).toBeChecked();
});

test('a limit is waited out as the server asks', async ({ page }) => {
  const headers = { 'retry-after': '1' };
  const { url } = await serve({
    chat: (_, call) =>
      call === 0 ? { kind: 'status', status: 429, headers } : { kind: 'answer', text: SECURE },
  });
  await fillIn(page, { preset: 'custom', url });
  await connect(page);
  await startOn(page, 'tiny', 1);
  await waitUntilFinished(page);
  expect((await exportedRun(page)).attempts).toHaveLength(1);
});

test('a server that stumbles costs no result, and no half of an answer is kept', async ({
  page,
}) => {
  const { url } = await serve({
    chat: (_body, call) =>
      call === 0
        ? { kind: 'status', status: 500, body: { error: 'out of slots' } }
        : call === 1
          ? { kind: 'disconnect', text: '```python\nbroken(' }
          : { kind: 'answer', text: SECURE, pieceBytes: 5 },
  });
  await fillIn(page, { preset: 'custom', url, parallel: 1 });
  await connect(page);
  await startOn(page, 'tiny', 2);
  await expect(page.getByText(/has trouble \(status 500\)/)).toBeVisible();
  await waitUntilFinished(page);
  const { attempts } = await exportedRun(page);
  expect(attempts.map(({ completion }) => completion.text)).toEqual([SECURE, SECURE]);
  expect(attempts.map(({ verdict }) => verdict)).toEqual(['secure', 'secure']);
});

test('a run that was refused midway keeps its results and goes on from there', async ({ page }) => {
  const { url } = await serve({
    chat: (_, call) =>
      call === 1 ? { kind: 'status', status: 402 } : { kind: 'answer', text: SECURE },
  });
  await fillIn(page, { preset: 'custom', url, parallel: 1 });
  await connect(page);
  await startOn(page, 'tiny', 2);
  await expect(page.getByText('has no credit left')).toBeVisible();
  await page.getByRole('button', { name: 'Resume', exact: true }).click();
  await waitUntilFinished(page);
  expect((await exportedRun(page)).attempts).toHaveLength(2);
});

test('a key outlives the page only where that was ticked', async ({ page }) => {
  const { url } = await serve({ key: KEY });
  await fillIn(page, { preset: 'custom', url, key: KEY });
  await page.reload();
  await expect(page.getByLabel(/^API key/)).toHaveValue('');
  await page.getByLabel(/^API key/).fill(KEY);
  await page.getByLabel('Remember on this device').check();
  await page.reload();
  await expect(page.getByLabel(/^API key/)).toHaveValue(KEY);
  await page.getByLabel('Remember on this device').uncheck();
  const storage = await page.evaluate(() => JSON.stringify(localStorage));
  expect(storage).not.toContain(KEY);
});

test('a key stays with the address that it was typed for', async ({ page }) => {
  const { url } = await serve();
  await fillIn(page, { preset: 'custom', url: 'https://models.example/v1', key: KEY });
  await page.getByLabel('Address').fill(url);
  await expect(page.getByLabel(/^API key/)).toHaveValue('');
  await connect(page);
  await expect(page.getByText('1 model to choose from.')).toBeVisible();
  expect(server?.log.every(({ authorization }) => authorization === undefined)).toBe(true);
});

test('nothing is asked before the visitor connects', async ({ page }) => {
  const { url } = await serve();
  await fillIn(page, { preset: 'custom', url });
  await page.reload();
  await expect(page.getByLabel('Address')).toHaveValue(url);
  expect(server?.log).toEqual([]);
});

test('among many models a search finds the one', async ({ page }) => {
  const models = Array.from({ length: 300 }, (_, index) => `model-${index}`);
  const { url } = await serve({ models });
  await fillIn(page, { preset: 'custom', url });
  await connect(page);
  await page.getByLabel('Search 300 models').fill('model-299');
  await page.getByRole('radio', { name: 'model-299' }).check();
  await expect(page.getByRole('radio', { name: 'model-299' })).toBeChecked();
  await expect(page.getByRole('radio', { name: /^model-/ })).toHaveCount(1);
});

test('Enter in a field connects; it does not start the run', async ({ page }) => {
  const { url } = await serve();
  await fillIn(page, { preset: 'custom', url });
  await page.getByLabel('Address').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('1 model to choose from.')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/new/);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing serious in the form and its error, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 320, height: 844 });
    const { url } = await serve({ cors: false });
    await fillIn(page, { preset: 'ollama', url });
    await connect(page);
    await expect(page.getByRole('alert')).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(
      violations.filter(({ impact }) => impact === 'serious' || impact === 'critical'),
    ).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
}
