import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { serveFolder } from '../../scripts/serve.mjs';
import { scriptedModel } from '../gguf/scripted-model.ts';
import { waitUntilFinished } from './support/site.ts';

// The service worker keeps the site: tested against a server of its own, which really goes away.
test.use({ serviceWorkers: 'allow' });

/** A copy of the built site that a test may change. */
let folder: string;
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'site-'));
  cpSync('dist', folder, { recursive: true });
});
test.afterEach(() => rmSync(folder, { recursive: true }));

async function untilKept(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null, null, {
    timeout: 60_000,
  });
}

test('after the first visit the benchmark runs without a network', async ({ page }) => {
  const server = await serveFolder(folder, { base: '/sub/' });
  await page.goto(server.url);
  await untilKept(page);
  await server.close();

  await page.goto(`${server.url}#/about`);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.goto(`${server.url}#/`);
  await page.getByRole('button', { name: 'Run the benchmark' }).click();
  await expect(page).toHaveURL(/#\/runs\//);
  await expect(page.locator('a.cell[href*="/runs/"]').first()).toBeVisible({ timeout: 60_000 });
});

test('a model on the processor that has run once runs without a network', async ({ page }) => {
  test.slow();
  const server = await serveFolder(folder, { base: '/sub/' });
  await page.goto(server.url);
  await untilKept(page);
  const run = async (seed: string): Promise<void> => {
    await page.goto(`${server.url}#/new?model=wllama`);
    await page.reload();
    const buffer = scriptedModel({ text: '```python\npass\n```\n' });
    const mimeType = 'application/octet-stream';
    await page
      .getByLabel('Open a GGUF file')
      .setInputFiles({ name: 'scripted.gguf', mimeType, buffer });
    await page.locator('input[name=selection][value=one]').check();
    await page.getByRole('spinbutton', { name: 'Seed' }).fill(seed);
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await waitUntilFinished(page);
  };
  await run('1');
  await server.close();
  await run('2');
  await expect(page.getByText('1 invalid').first()).toBeVisible();
});

test('a new version is offered, and loaded when asked for', async ({ page }) => {
  const server = await serveFolder(folder);
  await page.goto(server.url);
  await untilKept(page);

  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  writeFileSync(join(folder, 'index.html'), html.replace('<html ', '<html class="new" '));
  const script = readFileSync(join(folder, 'sw.js'), 'utf8');
  const changed = script.replace(/(index\.html[`"'],revision:[`"'])[0-9a-f]{8}/, '$100000000');
  expect(changed).not.toBe(script);
  writeFileSync(join(folder, 'sw.js'), changed);

  await page.reload();
  await expect(page.locator('html.new')).toHaveCount(0);
  await expect(page.getByText('A new version of this site is there')).toBeVisible({
    timeout: 60_000,
  });
  await page.getByRole('button', { name: 'Load it now' }).click();
  await expect(page.locator('html.new')).toHaveCount(1);
  await server.close();
});
