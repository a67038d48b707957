/**
 * Pictures of every screen of the built site in every state that is worth looking at, on a phone and on a
 * desktop, light and dark; and the picture of the README.
 *   npx tsx scripts/screenshots.ts FOLDER [--site dist] [--only ALBUM …] [--no-readme]
 */
import { mkdir } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { chromium, type Browser } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from './chromium.mjs';
import type { Album } from './screenshots/album.ts';
import { ALBUMS } from './screenshots/albums.ts';
import { SIZES, takePictures } from './screenshots/pictures.ts';
import { takeReadmePicture } from './screenshots/readme.ts';
import { serveFolder } from './serve.mjs';

/** Takes the pictures of one album in a browser profile of its own; says what went wrong. */
async function take(browser: Browser, album: Album, site: string, folder: string): Promise<number> {
  const context = await browser.newContext({
    viewport: SIZES.desktop,
    reducedMotion: 'reduce',
    serviceWorkers: album.serviceWorker === true ? 'allow' : 'block',
  });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(`error in the page: ${error.message}`));
  let count = 0;
  const started = Date.now();
  try {
    for await (const scene of album.scenes({ page, site })) {
      problems.push(...(await takePictures(page, folder, scene)));
      count += 1;
    }
  } catch (error) {
    // The other albums are still worth having.
    problems.push(`ended early: ${String(error)}`);
  }
  await context.close();
  const seconds = ((Date.now() - started) / 1000).toFixed(0);
  console.log(`${album.name}: ${count} scenes in ${seconds} s`);
  for (const problem of problems) console.log(`  ${problem}`);
  return problems.length;
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  allowNegative: true,
  options: {
    site: { type: 'string', default: 'dist' },
    only: { type: 'string', multiple: true },
    readme: { type: 'boolean', default: true },
  },
});
const folder = positionals[0];
if (folder === undefined) throw new Error('usage: npx tsx scripts/screenshots.ts FOLDER');
await mkdir(folder, { recursive: true });
const server = await serveFolder(values.site, { base: '/any/path/' });
// The steps of the browser tests, which the albums take too, read it.
process.env.SITE_URL = server.url;
const browser = await chromium.launch({
  executablePath: await findChromium(),
  args: [...CHROMIUM_FLAGS],
});
let problems = 0;
try {
  if (values.readme) await takeReadmePicture(browser);
  for (const album of ALBUMS) {
    if (values.only?.includes(album.name) === false) continue;
    problems += await take(browser, album, server.url, folder);
  }
} finally {
  await browser.close();
  await server.close();
}
process.exitCode = problems === 0 ? 0 : 1;
