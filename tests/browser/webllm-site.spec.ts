import { chromium, expect, test } from '@playwright/test';
import type { Page, Route } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from '../../scripts/chromium.mjs';
import { siteUrl, startRun } from './support/site.ts';

// What a visitor sees of WebLLM on the built site, under its content security policy. The addresses of
// the models are answered here, so that nothing leaves this machine.

const executablePath = await findChromium();
const MODEL = 'Qwen2.5-Coder-0.5B-Instruct-q4f32_1-MLC';

test.use({
  launchOptions: { executablePath, args: [...CHROMIUM_FLAGS, '--enable-unsafe-webgpu'] },
});

/** Answers for the hosts of models and libraries. */
async function routeModels(page: Page, answer: (route: Route, file: string) => unknown) {
  const hosts = /^https:\/\/(huggingface\.co|raw\.githubusercontent\.com)\//;
  await page.route(hosts, (route) => answer(route, route.request().url().split('/').at(-1) ?? ''));
}

/** A run of the smallest 32-bit coder on one sample of each type. */
async function startModel(page: Page): Promise<void> {
  await startRun(page, { provider: 'webllm', model: MODEL });
}

test('without an adapter the set-up page says why and offers no start', async () => {
  const browser = await chromium.launch({ executablePath, args: [...CHROMIUM_FLAGS] });
  try {
    const page = await browser.newPage();
    await page.goto(siteUrl('#/new'));
    await page.locator('input[name=provider][value=webllm]').check();
    await expect(page.getByText('finds no graphics card')).not.toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Start', exact: true })).toBeDisabled();
  } finally {
    await browser.close();
  }
});

test('a model that the server lacks is said on the page of the run', async ({ page }) => {
  await routeModels(page, (route) => route.fulfill({ status: 404, body: 'Entry not found' }));
  await startModel(page);
  await expect(page.getByText('The server has no such model')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Start', exact: true })).toBeVisible();
});

test('a page instead of the model is said, and the next try asks again', async ({ page }) => {
  let asked = 0;
  await routeModels(page, (route) => {
    asked += 1;
    return route.fulfill({ contentType: 'text/html', body: '<!doctype html><h1>Hi</h1>' });
  });
  await startModel(page);
  await expect(page.getByText('sent something else instead')).toBeVisible();
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await expect.poll(() => asked).toBe(2);
});

test('a download that stalls is cancelled by its button, and can be started again', async ({
  page,
}) => {
  // Never answered: the request hangs until the page gives it up.
  await routeModels(page, () => undefined);
  await startModel(page);
  const asked = page.waitForEvent('requestfailed');
  await page.getByRole('button', { name: 'Cancel', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Start', exact: true })).toBeVisible();
  expect((await asked).url()).toContain('mlc-chat-config.json');
});

test('the engine’s worker starts under the policy of the page', async ({ page }) => {
  const cors = { 'access-control-allow-origin': '*' };
  await routeModels(page, (route, file) => {
    if (file.endsWith('.wasm')) {
      const body = Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
      return route.fulfill({ headers: cors, body });
    }
    const json: Record<string, unknown> = {
      'mlc-chat-config.json': { tokenizer_files: ['tokenizer.json'] },
      'tensor-cache.json': { records: [] },
      'tokenizer.json': {},
    };
    return route.fulfill({ headers: cors, json: json[file] ?? null });
  });
  const worker = page.waitForEvent('worker', (candidate) => candidate.url().includes('webllm'));
  await startModel(page);
  await worker;
  // An empty library is all that can be offered here, and the real engine refuses it.
  await expect(page.getByText('doesn’t fit this version of the page')).toBeVisible();
});

test('a model of the visitor’s own is added by its addresses, asked for there, and forgotten', async ({
  page,
}) => {
  const asked: string[] = [];
  await page.route(/^https:\/\/models\.example\//, (route) => {
    asked.push(route.request().url());
    return route.fulfill({ status: 404, body: 'Entry not found' });
  });
  await page.goto(siteUrl('#/new?model=webllm'));
  await page.getByText('A model of your own').click();
  const weights = page.getByLabel('Address of the weights');
  const library = page.getByLabel('Address of the library');
  await weights.fill('https://models.example/tiny-q4f32_1-MLC');
  await library.fill('https://models.example/tiny.js');
  await library.press('Enter');
  await expect(page.getByRole('alert')).toContainText('ends in .wasm');
  await library.fill('https://models.example/tiny.wasm');
  await library.press('Enter');
  const added = page.getByRole('radio', { name: /^tiny-q4f32_1-MLC/ });
  await expect(added).toBeChecked();

  await page.reload();
  await page.locator('input[name=provider][value=webllm]').check();
  await added.check();
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(page.getByText('The server has no such model')).toBeVisible();
  expect(asked).toEqual(['https://models.example/tiny-q4f32_1-MLC/mlc-chat-config.json']);

  await page.goto(siteUrl('#/new?model=webllm'));
  await page.getByText('A model of your own').click();
  await page.getByRole('button', { name: 'Forget tiny-q4f32_1-MLC' }).click();
  await expect(added).toHaveCount(0);
});
