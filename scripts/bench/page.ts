// npm run bench:page [-- RUNS]: what a visitor waits for, on the built site in a headless Chromium:
// milliseconds from navigation to the first verdict (cold and warm cache), attempts per second, and the
// script bytes of the first page. Medians with minimum and maximum; compare figures of one run only.
import { gzipSync } from 'node:zlib';
import { type BrowserContext, chromium } from '@playwright/test';
import { buildDataset } from '../build/dataset-asset.ts';
import { CHROMIUM_FLAGS, findChromium } from '../chromium.mjs';
import { openLab } from '../dataset/lab.ts';
import { mapParallel } from '../dataset/shuffle.ts';
import { serveFolder } from '../serve.mjs';

const RUNS = Number(process.argv[2] ?? 5);
const ROUNDS = 4;

function spread(values: readonly number[]): string {
  const sorted = [...values].sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  return `${median.toFixed(0)} (${sorted[0]?.toFixed(0)} to ${sorted.at(-1)?.toFixed(0)})`;
}

/** Opens the page, clicks its main button at once, and waits for the first cell with a verdict. */
async function firstVerdict(context: BrowserContext, url: string): Promise<number> {
  const page = await context.newPage();
  const started = performance.now();
  await page.goto(url);
  await page.getByRole('button', { name: 'Run the benchmark' }).click();
  await page.locator('a.cell[href*="/runs/"]').first().waitFor({ timeout: 120_000 });
  const took = performance.now() - started;
  await page.close();
  return took;
}

async function scriptBytes(context: BrowserContext, url: string): Promise<number> {
  const page = await context.newPage();
  const bodies: Promise<Buffer>[] = [];
  page.on('response', (response) => {
    if (new URL(response.url()).pathname.endsWith('.js')) bodies.push(response.body());
  });
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.close();
  const scripts = await Promise.all(bodies);
  return scripts.reduce((sum, body) => sum + gzipSync(body, { level: 9 }).length, 0);
}

async function attemptsPerSecond(): Promise<number[]> {
  const lab = await openLab();
  const jobs = buildDataset('dataset').samples.map((sample) => ({
    code: sample.secureCode,
    entryPoint: sample.entryPoint,
    tests: sample.tests,
    testInfos: sample.testInfos,
    limits: sample.limits,
    seed: 1,
  }));
  const rates: number[] = [];
  // The first round warms the workers up and is not counted.
  for (let round = 0; round <= ROUNDS; round += 1) {
    const started = performance.now();
    await mapParallel(jobs, lab.parallel, (job) => lab.run(job));
    if (round > 0) rates.push((1000 * jobs.length) / (performance.now() - started));
  }
  await lab.close();
  return rates;
}

const server = await serveFolder('dist', { base: '/any/path/' });
const browser = await chromium.launch({
  executablePath: await findChromium(),
  args: [...CHROMIUM_FLAGS],
});
const cold: number[] = [];
const warm: number[] = [];
for (let run = 0; run < RUNS; run += 1) {
  const context = await browser.newContext();
  cold.push(await firstVerdict(context, server.url));
  warm.push(await firstVerdict(context, server.url));
  await context.close();
}
const bytes = await scriptBytes(await browser.newContext(), server.url);
await browser.close();
await server.close();

console.log(`first verdict, cold cache, ms: ${spread(cold)}`);
console.log(`first verdict, warm cache, ms: ${spread(warm)}`);
console.log(`script bytes of the first page, gzip: ${bytes}`);
console.log(`attempts per second, secure references: ${spread(await attemptsPerSecond())}`);
