/**
 * Pictures of every screen of the built site, on a phone and on a desktop, light and dark; and the
 * picture of the README.
 *   npx tsx scripts/screenshots.ts FOLDER [--site dist] [--no-readme]
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Browser, type Page } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from './chromium.mjs';
import { serveFolder } from './serve.mjs';

const SIZES = {
  phone: { width: 390, height: 844 },
  desktop: { width: 1440, height: 900 },
} as const;
const SCHEMES = ['light', 'dark'] as const;

/** A run of up to 180 samples takes well below a minute on two cores. */
const RUN_TIMEOUT_MS = 240_000;

/** Where the pictures' runs live in one browser profile; made once per profile. */
interface Prepared {
  readonly insecureRun: string;
  readonly mixedRun: string;
  readonly attempts: ReadonlyMap<string, string>;
  readonly firstSample: string;
  readonly resultLink: string;
}

const hashOf = (page: Page): string => new URL(page.url()).hash;

async function waitUntilFinished(page: Page): Promise<void> {
  await page
    .getByRole('heading', { name: 'Attempts', exact: true })
    .waitFor({ timeout: RUN_TIMEOUT_MS });
  await page
    .getByRole('button', { name: 'Pause' })
    .waitFor({ state: 'hidden', timeout: RUN_TIMEOUT_MS });
}

/** Links of one attempt per verdict, from the list on the run's screen. */
async function attemptLinks(page: Page): Promise<Map<string, string>> {
  const links = new Map<string, string>();
  for (const row of await page.locator('tbody tr').all()) {
    const link = row.locator('a[href*="/runs/"]');
    if ((await link.count()) === 0) continue;
    const verdict = (await row.locator('td').first().innerText()).trim();
    const href = await link.first().getAttribute('href');
    if (href !== null && !links.has(verdict)) links.set(verdict, href);
  }
  return links;
}

async function prepare(page: Page, site: string): Promise<Prepared> {
  await page.goto(site);
  await page.getByRole('button', { name: 'Run the benchmark' }).click();
  await waitUntilFinished(page);
  const insecureRun = hashOf(page);

  await page.goto(`${site}#/new?model=reference`);
  await page.getByRole('radio', { name: 'Seeded mix' }).check();
  await page.getByLabel('Attempts per sample').fill('3');
  await page.getByRole('button', { name: 'Start' }).click();
  await waitUntilFinished(page);
  const mixedRun = hashOf(page);
  const attempts = await attemptLinks(page);
  const resultLink = await page.getByRole('textbox', { name: 'Result link' }).inputValue();

  await page.goto(`${site}#/samples`);
  const firstSample = await page.locator('tbody a').first().getAttribute('href');
  return {
    insecureRun,
    mixedRun,
    attempts,
    firstSample: firstSample ?? '#/samples',
    resultLink: new URL(resultLink).hash,
  };
}

/** Name of the picture → how to get there. */
function scenes(made: Prepared): Record<string, (page: Page, site: string) => Promise<void>> {
  const at = (hash: string) => async (page: Page, site: string) => {
    await page.goto(site + hash);
  };
  return {
    home: at(''),
    'new-run': at('#/new?model=reference'),
    'new-run-webllm': async (page, site) => {
      await page.goto(`${site}#/new?model=webllm`);
      await page.getByText('Looking what this device can do').waitFor({ state: 'hidden' });
    },
    'new-run-server': async (page, site) => {
      await page.goto(`${site}#/new?model=openai-compatible`);
      await page.getByRole('button', { name: 'Connect' }).waitFor();
    },
    'run-insecure': at(made.insecureRun),
    'run-mixed': at(made.mixedRun),
    ...Object.fromEntries(
      [...made.attempts].map(([verdict, hash]) => [
        `attempt-${verdict.toLowerCase().replaceAll(' ', '-')}`,
        at(hash),
      ]),
    ),
    runs: at('#/runs'),
    compare: async (page, site) => {
      const ids = [made.insecureRun, made.mixedRun].map((hash) => hash.split('/').at(-1));
      await page.goto(`${site}#/compare/${ids.join('~')}`);
      await page.getByText('Less often secure').first().waitFor();
    },
    teach: at('#/teach'),
    class: at('#/class'),
    samples: at('#/samples'),
    sample: at(made.firstSample),
    shared: at(made.resultLink),
    'shared-damaged': at(`${made.resultLink.slice(0, -4)}AAAA`),
    storage: at('#/storage'),
    help: at('#/help'),
    about: at('#/about'),
    'not-found': at('#/nowhere'),
    'manual-question': async (page, site) => {
      await page.goto(site + made.firstSample);
      await page.getByRole('button', { name: 'Repair as a run' }).click();
      await page.getByRole('textbox', { name: /^Your solution/ }).waitFor();
    },
    'manual-verdict': async (page) => {
      await page.getByRole('button', { name: 'Run the tests' }).click();
      await page
        .getByRole('button', { name: /^Try (again|another way)/ })
        .waitFor({ timeout: RUN_TIMEOUT_MS });
    },
    // The last one: it goes on running behind the other screens.
    'run-live': async (page, site) => {
      await page.goto(`${site}#/new?model=reference`);
      await page.getByRole('radio', { name: 'Insecure reference' }).check();
      await page.getByLabel('Attempts per sample').fill('20');
      await page.getByRole('button', { name: 'Start' }).click();
      await page
        .getByRole('heading', { name: 'Attempts', exact: true })
        .waitFor({ timeout: RUN_TIMEOUT_MS });
    },
  };
}

/** All pictures of what the page shows now; says where it is wider than the window. */
async function pictures(page: Page, folder: string, name: string): Promise<void> {
  for (const [size, viewport] of Object.entries(SIZES)) {
    await page.setViewportSize(viewport);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    if (width > viewport.width) console.log(`${name}, ${size}: ${width} px wide`);
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme });
      const path = join(folder, `${name}-${size}-${colorScheme}.png`);
      await page.screenshot({ path, fullPage: true });
    }
  }
}

async function takeAll(
  browser: Browser,
  site: string,
  folder: string,
  readme: boolean,
): Promise<void> {
  const context = await browser.newContext({ viewport: SIZES.desktop, reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.on('pageerror', (error) => console.log(`error in the page: ${error.message}`));
  const made = await prepare(page, site);
  if (readme) {
    await page.goto(site + made.mixedRun);
    await page.locator('section[aria-label=Figures][aria-busy=false]').waitFor();
    await page.screenshot({ path: 'docs/screenshot.png' });
  }
  for (const [name, go] of Object.entries(scenes(made))) {
    await go(page, site);
    await page.locator('h1').waitFor();
    // Texts and intervals that come a moment later.
    await page.waitForTimeout(400);
    await pictures(page, folder, name);
  }
  await context.close();
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  allowNegative: true,
  options: {
    site: { type: 'string', default: 'dist' },
    readme: { type: 'boolean', default: true },
  },
});
const folder = positionals[0];
if (folder === undefined) throw new Error('usage: npx tsx scripts/screenshots.ts FOLDER');
await mkdir(folder, { recursive: true });
const server = await serveFolder(values.site, { base: '/any/path/' });
const browser = await chromium.launch({
  executablePath: await findChromium(),
  args: [...CHROMIUM_FLAGS],
});
try {
  await takeAll(browser, server.url, folder, values.readme);
} finally {
  await browser.close();
  await server.close();
}
