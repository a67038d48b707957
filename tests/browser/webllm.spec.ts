import type { Page } from '@playwright/test';
import { chromium, expect, test } from '@playwright/test';
import { build } from 'vite';
import { CHROMIUM_FLAGS, findChromium } from '../../scripts/chromium.mjs';
import { serveFolder } from '../../scripts/serve.mjs';
import type { ModelServer } from './webllm-lab/model-server.ts';
import { startModelServer } from './webllm-lab/model-server.ts';

// Everything of WebLLM that runs without weights, on the real package in a real browser.

const MODEL = 'Qwen2.5-Coder-0.5B-Instruct-q4f32_1-MLC';
const executablePath = await findChromium();

// SwiftShader: an adapter in software, without 16-bit shaders.
test.use({
  launchOptions: { executablePath, args: [...CHROMIUM_FLAGS, '--enable-unsafe-webgpu'] },
});

let lab: Awaited<ReturnType<typeof serveFolder>>;
let models: ModelServer;

test.beforeAll(async () => {
  await build({ configFile: 'tests/browser/webllm-lab/vite.config.ts' });
  lab = await serveFolder('.cache/webllm-lab');
  models = await startModelServer();
});

test.afterAll(async () => {
  await Promise.all([lab.close(), models.close()]);
});

async function open(page: Page): Promise<void> {
  await page.goto(`${lab.url}lab.html`);
  await page.waitForFunction(() => 'webllmLab' in window);
  models.takeAsked();
}

test('without an adapter everything says why, and nothing is asked for', async () => {
  const browser = await chromium.launch({ executablePath, args: [...CHROMIUM_FLAGS] });
  try {
    const page = await browser.newPage();
    await open(page);
    expect(await page.evaluate(() => window.webllmLab.probe())).toMatchObject({
      ok: false,
      code: 'unsupported',
      reason: expect.stringContaining('finds no graphics card'),
    });
    const listed = await page.evaluate(() => window.webllmLab.models());
    expect(listed.length).toBeGreaterThan(10);
    expect(listed.every(({ unfit }) => unfit?.includes('graphics card') === true)).toBe(true);
    const report = await page.evaluate(([server, model]) => window.webllmLab.load(server, model), [
      models.urlOf('missing'),
      MODEL,
    ] as const);
    expect(report.outcome).toBe('unsupported');
    expect(models.takeAsked()).toEqual([]);
  } finally {
    await browser.close();
  }
});

test.describe('with a software adapter', () => {
  test.beforeEach(({ page }) => open(page));

  test('the probe names it: a fallback without 16-bit shaders', async ({ page }) => {
    expect(await page.evaluate(() => window.webllmLab.probe())).toMatchObject({
      ok: true,
      device: { backend: 'webgpu', fallbackAdapter: true, f16: false },
    });
  });

  test('recommends the small 32-bit coder, and 16-bit models are unfit', async ({ page }) => {
    const listed = await page.evaluate(() => window.webllmLab.models());
    expect(listed.filter(({ recommended }) => recommended).map(({ id }) => id)).toEqual([MODEL]);
    const wide = listed.filter(({ requiresF16 }) => requiresF16);
    expect(wide.every(({ unfit }) => unfit?.includes('shader-f16') === true)).toBe(true);
  });

  test('a 16-bit model is refused before anything is asked for', async ({ page }) => {
    const report = await page.evaluate(([server, model]) => window.webllmLab.load(server, model), [
      models.urlOf('empty-library'),
      MODEL.replace('f32', 'f16'),
    ] as const);
    expect(report.outcome).toBe('no-f16');
    expect(models.takeAsked()).toEqual([]);
  });

  for (const behaviour of ['missing', 'html'] as const) {
    test(`a server whose answer is "${behaviour}" is said, and nothing is kept`, async ({
      page,
    }) => {
      const report = await page.evaluate(
        ([server, model]) => window.webllmLab.load(server, model),
        [models.urlOf(behaviour), MODEL] as const,
      );
      expect(report.outcome).toBe('bad-file');
      expect(report.message).toContain('mlc-chat-config.json');
      expect(await page.evaluate(() => window.webllmLab.kept())).toEqual([]);
    });
  }

  test('a stalled download shows its bytes, stops at once when cancelled, and goes on later', async ({
    page,
  }) => {
    const server = models.urlOf('stalled');
    const loading = page.evaluate(([url, model]) => window.webllmLab.load(url, model), [
      server,
      MODEL,
    ] as const);
    await page.waitForFunction(() => window.webllmLab.progress().at(-1)?.loadedBytes === 130_000);
    const cancelled = Date.now();
    await page.evaluate(() => window.webllmLab.cancel());
    const report = await loading;
    expect(report.outcome).toBe('aborted');
    expect(Date.now() - cancelled).toBeLessThan(1500);
    expect(report.progress.at(-1)).toMatchObject({ phase: 'download', totalBytes: 200_000 });
    const kept = await page.evaluate(() => window.webllmLab.kept());
    expect(kept.filter((url) => url.endsWith('.bin'))).toHaveLength(1);

    models.takeAsked();
    models.heal();
    const again = await page.evaluate(([url, model]) => window.webllmLab.load(url, model), [
      server,
      MODEL,
    ] as const);
    expect(models.takeAsked().filter((name) => name.endsWith('.bin'))).toEqual(['shard_1.bin']);
    // All bytes are there now; the real engine then refuses the empty library, also when it came anew.
    expect(again.progress.some(({ loadedBytes }) => loadedBytes === 200_000)).toBe(true);
    expect(again.outcome).toBe('bad-file');
  });

  test('pages that were cached instead of files are found, cleared and fetched anew', async ({
    page,
  }) => {
    const server = models.urlOf('empty-library');
    const folder = `${server}${MODEL}/resolve/main/`;
    const poisoned = [
      ['webllm/config', `${folder}mlc-chat-config.json`],
      ['webllm/model', `${folder}tensor-cache.json`],
      ['webllm/model', `${folder}tokenizer.json`],
      ['webllm/model', `${folder}shard_1.bin`],
    ] as const;
    for (const [cache, url] of poisoned) {
      await page.evaluate(([name, at]) => window.webllmLab.poison(name, at), [cache, url] as const);
    }
    const report = await page.evaluate(([url, model]) => window.webllmLab.load(url, model), [
      server,
      MODEL,
    ] as const);
    const asked = models.takeAsked();
    for (const [, url] of poisoned) expect(asked).toContain(url.split('/').at(-1));
    // Every byte of weights came; the real engine then refuses the empty library.
    expect(report.progress.some(({ loadedBytes }) => loadedBytes === 200_000)).toBe(true);
    expect(report.outcome).toBe('bad-file');
  });

  test('the real engine starts in its worker and its refusal of a library comes as words', async ({
    page,
  }) => {
    const report = await page.evaluate(([server, model]) => window.webllmLab.load(server, model), [
      models.urlOf('empty-library'),
      MODEL,
    ] as const);
    expect(report.outcome).toBe('bad-file');
    expect(report.message).toContain('load the model again');
    await expect.poll(() => page.workers().length).toBe(0);
    const kept = await page.evaluate(() => window.webllmLab.kept());
    expect(kept.some((url) => url.endsWith('.wasm'))).toBe(false);
  });
});
