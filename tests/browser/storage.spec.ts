import { expect, type Page, test } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from '../../scripts/chromium.mjs';
import { siteUrl, startRun, waitUntilFinished } from './support/site.ts';

const executablePath = await findChromium();
const MODEL = 'Qwen2.5-Coder-0.5B-Instruct-q4f32_1-MLC';
const WEIGHTS = `https://huggingface.co/mlc-ai/${MODEL}/resolve/main/`;

test.use({
  launchOptions: { executablePath, args: [...CHROMIUM_FLAGS, '--enable-unsafe-webgpu'] },
});

/** Puts a model of two files of weights into WebLLM's caches; `arrived` of them are there. */
async function putModel(page: Page, arrived: number, shardBytes = 1_000_000): Promise<void> {
  await page.evaluate(
    async ([weights, count, nbytes]) => {
      const cache = await caches.open('webllm/model');
      const records = [0, 1].map((n) => ({ dataPath: `params_shard_${n}.bin`, nbytes }));
      await cache.put(`${weights}tensor-cache.json`, Response.json({ records }));
      for (let n = 0; n < count; n += 1) {
        await cache.put(`${weights}params_shard_${n}.bin`, new Response(new Uint8Array(nbytes)));
      }
    },
    [WEIGHTS, arrived, shardBytes] as const,
  );
}

const section = (page: Page, name: string | RegExp) => page.getByRole('region', { name });

async function confirm(page: Page): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click();
}

test('lists what is kept, and a model that is removed is gone', async ({ page }) => {
  await page.goto(siteUrl('#/storage'));
  await expect(page.getByText(/used of about .* that this browser allows/)).toBeVisible();
  await putModel(page, 1);
  await page.reload();
  const models = section(page, /WebLLM/);
  await expect(models).toContainText('Qwen2.5-Coder 0.5B (32-bit)');
  await expect(models).toContainText('half downloaded');
  await expect(models).toContainText('1.0 MB');
  await models.getByRole('button', { name: 'Remove Qwen2.5-Coder 0.5B (32-bit)' }).click();
  await confirm(page);
  await expect(models).toContainText('Nothing is kept.');
  const left = await page.evaluate(async () => (await caches.open('webllm/model')).keys());
  expect(left).toHaveLength(0);
});

test('a run is removed here as on its own page', async ({ page }) => {
  await startRun(page, { model: 'secure', samples: 'one' });
  await waitUntilFinished(page);
  await page.goto(siteUrl('#/storage'));
  const runs = section(page, 'Runs');
  await expect(runs).toContainText('1 of 1 attempts');
  await runs.getByRole('button', { name: 'Remove Secure reference' }).click();
  await expect(page.getByRole('dialog')).toContainText('This can’t be undone.');
  await confirm(page);
  await expect(runs).toContainText('Nothing is kept.');
  await page.goto(siteUrl('#/runs'));
  await expect(page.getByText('There are no runs yet')).toBeVisible();
});

test('a refusal to keep everything is told', async ({ page }) => {
  await page.addInitScript(() => {
    StorageManager.prototype.persisted = async () => false;
    StorageManager.prototype.persist = async () => false;
  });
  await page.goto(siteUrl('#/storage'));
  await page.getByRole('button', { name: 'Ask it to keep everything' }).click();
  await expect(page.getByText('It refused.')).toBeVisible();
});

test('a full disk stops nothing: what can go is offered, and the run goes on', async ({ page }) => {
  await page.goto(siteUrl('#/storage'));
  await putModel(page, 2, 3_000_000);
  const origin = new URL(page.url()).origin;
  const browser = await page.context().newCDPSession(page);
  await startRun(page, { model: 'insecure', samples: 'quick', attempts: 200 });
  await expect(page.locator('a.cell[href*="/runs/"]').first()).toBeVisible({ timeout: 60_000 });
  // The browser's own limit, just below what is used.
  const used = await page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
  await browser.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: used - 1_000_000 });
  const waits = page.getByText('The run waits for room.');
  await expect(waits).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Remove Qwen2.5-Coder 0.5B (32-bit)' }).click();
  await expect(page.getByText('6.0 MB are free now.')).toBeVisible();
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(waits).toHaveCount(0);
  const done = page.getByRole('progressbar', { name: 'Attempts done' });
  const before = Number(await done.getAttribute('value'));
  await expect.poll(async () => Number(await done.getAttribute('value'))).toBeGreaterThan(before);
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
});

test('without room for another run the set-up page says what to do', async ({ page }) => {
  await page.addInitScript(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await page.goto(siteUrl('#/new?model=reference'));
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('storage is full, so no run can begin');
  await alert.getByRole('link', { name: 'Storage' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Storage' })).toBeVisible();
});

test('with data saving on, a model is only downloaded when the visitor says so', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
  });
  let asked = 0;
  await page.route(/^https:\/\/(huggingface\.co|raw\.githubusercontent\.com)\//, (route) => {
    asked += 1;
    return route.fulfill({ status: 404, body: 'Entry not found' });
  });
  await startRun(page, { provider: 'webllm', model: MODEL });
  await expect(page.getByText('Download 309 MB?')).toBeVisible();
  await page.getByRole('button', { name: 'Not now' }).click();
  const start = page.getByRole('button', { name: 'Start', exact: true });
  await expect(start).toBeVisible();
  expect(asked).toBe(0);
  await start.click();
  await page.getByRole('button', { name: 'Download it' }).click();
  await expect(page.getByText('The server has no such model')).toBeVisible();
  expect(asked).toBe(1);
});

test.describe('with the service worker', () => {
  test.use({ serviceWorkers: 'allow' });

  test('the site’s own files are listed and can go', async ({ page }) => {
    await page.goto(siteUrl());
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null, null, {
      timeout: 60_000,
    });
    await page.goto(siteUrl('#/storage'));
    const site = section(page, 'This site');
    await expect(site).toContainText(/\d+ files/);
    await site.getByRole('button', { name: /^Remove/ }).click();
    await confirm(page);
    await expect(site).toContainText('Nothing is kept.');
    const caches_ = await page.evaluate(() => caches.keys());
    expect(caches_.filter((name) => name.startsWith('workbox'))).toEqual([]);
  });
});
