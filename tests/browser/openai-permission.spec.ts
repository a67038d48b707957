import { type Browser, chromium, expect, type Page, test } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from '../../scripts/chromium.mjs';
import { type FaultServer, startFaultServer } from '../fakes/fault-server.ts';
import { siteUrl } from './support/site.ts';

// Chromium's Local Network Access for real: by its flags the site counts as one from the internet, over https.

let browser: Browser;
let server: FaultServer;
let origin = '';

test.beforeAll(async () => {
  const { port } = new URL(siteUrl());
  origin = `http://play.example:${port}`;
  server = await startFaultServer();
  browser = await chromium.launch({
    executablePath: await findChromium(),
    args: [
      ...CHROMIUM_FLAGS,
      '--host-resolver-rules=MAP play.example 127.0.0.1',
      `--unsafely-treat-insecure-origin-as-secure=${origin}`,
      `--ip-address-space-overrides=127.0.0.1:${port}=public`,
    ],
  });
});

test.afterAll(async () => {
  await browser.close();
  await server.close();
});

/** The form after connecting to the fake server, with this answer to the browser's question. */
async function connectWith(permission: 'granted' | 'denied' | 'prompt'): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const { pathname } = new URL(siteUrl());
  await page.goto(`${origin}${pathname}#/new?model=openai-compatible`);
  const session = await browser.newBrowserCDPSession();
  const { targetInfos } = await session.send('Target.getTargets');
  const target = targetInfos.find(({ url }) => url.startsWith(origin));
  await session.send('Browser.setPermission', {
    permission: { name: 'loopback-network' },
    setting: permission,
    origin,
    ...(target?.browserContextId ? { browserContextId: target.browserContextId } : {}),
  });
  await page.getByLabel('Server', { exact: true }).selectOption('ollama');
  await page.getByLabel('Address').fill(server.url);
  await page.getByRole('button', { name: 'Connect' }).click();
  return page;
}

test('with the permission a page from the internet lists the models of this device', async () => {
  const page = await connectWith('granted');
  await expect(page.getByText('1 model to choose from.')).toBeVisible();
  await page.context().close();
});

test('a refused permission is told from a server that isn’t running', async () => {
  const page = await connectWith('denied');
  await expect(page.getByRole('alert')).toContainText('set “Apps on device” to Allow');
  await expect(page.getByRole('alert')).not.toContainText('not running');
  await page.context().close();
});

test('a question of the browser that nobody answered is named as a possible reason', async () => {
  const page = await connectWith('prompt');
  await expect(page.getByRole('alert')).toContainText('connect again and choose Allow');
  await page.context().close();
});
