// npm run bench:scale [-- ROUNDS [attempts,attempts]]: large runs on the built site in a headless Chromium. Runs of
// all samples with 10 and with 100 attempts each are imported as a visitor would, then opened by their address and in
// the list of runs, looked through, and gone on with; long tasks (above 50 ms) are counted all the while. Medians with
// minimum and maximum; compare figures of one run only.
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { buildDataset } from '../build/dataset-asset.ts';
import { CHROMIUM_FLAGS, findChromium } from '../chromium.mjs';
import { serveFolder } from '../serve.mjs';
import { makeLargeRun, writeLargeRun } from './scale/large-run.ts';
import {
  type Opening,
  openByAddress,
  openInApp,
  type Use,
  useResults,
} from './scale/results-page.ts';
import { heapBytes, longTasks, now, watchedPage } from './scale/watched-page.ts';
import { showSpread } from './spread.ts';

const ROUNDS = Number(process.argv[2] ?? 5);
const SIZES = (process.argv[3] ?? '10,100').split(',').map(Number);
const MEGABYTE = 1_000_000;

const TIMEOUT = { timeout: 600_000 };

const dataset = buildDataset('dataset');
const folder = mkdtempSync(join(tmpdir(), 'bench-scale-'));
const server = await serveFolder('dist', { base: '/any/path/' });
const executablePath = await findChromium();

/** A profile on disk, since a private window keeps its database in memory and visitors don't. */
function openProfile(): Promise<BrowserContext> {
  return chromium.launchPersistentContext(join(folder, 'profile'), {
    executablePath,
    args: [...CHROMIUM_FLAGS],
    viewport: { width: 1280, height: 900 },
  });
}

function tell(what: string, figures: string): void {
  console.log(`${what}: ${figures}`);
}

function countOf(tasks: readonly number[]): string {
  return tasks.length === 0
    ? 'none'
    : `${tasks.length}, longest ${Math.max(...tasks).toFixed(0)} ms`;
}

const storedBytes = (page: Page): Promise<number> =>
  page.evaluate(async () => (await navigator.storage.estimate()).usage ?? Number.NaN);

/** Gives the page an exported run, as a visitor would. */
async function importRun(file: string, id: string, title: string): Promise<void> {
  const context = await openProfile();
  const page = await watchedPage(context);
  await page.goto(`${server.url}#/runs`);
  await page.getByText('Open a file').waitFor();
  await page.waitForTimeout(2500);
  const before = await storedBytes(page);
  const since = await now(page);
  await page.locator('input[type=file]').setInputFiles(file);
  await page.waitForURL(`**/*#/runs/${id}`, TIMEOUT);
  const ms = (await now(page)) - since;
  await page.locator('#attempts tbody tr').first().waitFor(TIMEOUT);
  tell(`${title}, file, MB`, (statSync(file).size / MEGABYTE).toFixed(1));
  tell(`${title}, import, ms`, ms.toFixed(0));
  tell(`${title}, import, long tasks`, countOf(await longTasks(page, since)));
  tell(`${title}, storage, MB`, (((await storedBytes(page)) - before) / MEGABYTE).toFixed(1));
  await context.close();
}

function tellOpenings(what: string, openings: readonly Opening[]): void {
  const of = (part: 'figures' | 'intervals' | 'whole'): string =>
    showSpread(openings.map((each) => each[part]));
  tell(`${what}, headline figures, ms`, of('figures'));
  tell(`${what}, intervals, ms`, of('intervals'));
  tell(`${what}, all of the page, ms`, of('whole'));
  tell(`${what}, long tasks`, countOf(openings.flatMap((each) => each.longTasks)));
}

function tellUses(what: string, uses: readonly Use[]): void {
  const tasks = (of: (use: Use) => readonly number[]): string => countOf(uses.flatMap(of));
  tell(
    `${what}, JS heap, MB`,
    showSpread(
      uses.map(({ heap }) => heap / MEGABYTE),
      1,
    ),
  );
  tell(
    `${what}, scrolling, long tasks`,
    tasks((use) => use.scrolling),
  );
  tell(
    `${what}, filtering, long tasks`,
    tasks((use) => use.filtering),
  );
  tell(`${what}, words of answers, ms with typing`, showSpread(uses.map((use) => use.searchMs)));
  tell(
    `${what}, words of answers, long tasks`,
    tasks((use) => use.searching),
  );
  tell(`${what}, one attempt, ms`, showSpread(uses.map((use) => use.openMs)));
  tell(
    `${what}, one attempt, long tasks`,
    tasks((use) => use.opening),
  );
}

async function benchResults(attemptsPerSample: number): Promise<void> {
  const title = `${dataset.samples.length} × ${attemptsPerSample}`;
  const id = `large${attemptsPerSample}`;
  const file = join(folder, `${id}.json`);
  writeLargeRun(file, makeLargeRun(dataset, { id, attemptsPerSample }));
  await importRun(file, id, title);
  const [byAddress, inApp, uses]: [Opening[], Opening[], Use[]] = [[], [], []];
  const context = await openProfile();
  for (let round = 0; round < ROUNDS; round += 1) {
    const first = await openByAddress(context, server.url, id);
    byAddress.push(first.opening);
    uses.push(await useResults(first.page));
    await first.page.close();
    const second = await openInApp(context, server.url, id);
    inApp.push(second.opening);
    await second.page.close();
  }
  await context.close();
  tellOpenings(`${title}, by address`, byAddress);
  tellOpenings(`${title}, in the page`, inApp);
  tellUses(title, uses);
}

/** Lets the last attempt of every sample of a run be made, and tells the long tasks from the first verdict on. */
async function benchGoingOn(attemptsPerSample: number): Promise<void> {
  const title = `${dataset.samples.length} attempts of a run of ${attemptsPerSample} per sample`;
  const id = `going${attemptsPerSample}`;
  const file = join(folder, `${id}.json`);
  if (attemptsPerSample > 1) {
    writeLargeRun(file, makeLargeRun(dataset, { id, attemptsPerSample, open: 1 }));
    await importRun(file, id, `${title}, so far`);
  }
  const context = await openProfile();
  const page = await watchedPage(context);
  if (attemptsPerSample > 1) {
    await page.goto(`${server.url}#/runs/${id}`);
    await page.getByRole('button', { name: 'Resume' }).waitFor(TIMEOUT);
  } else {
    await page.goto(`${server.url}#/new?model=reference`);
    await page.getByRole('radio', { name: 'Seeded mix' }).check();
    await page.locator('input[type=radio][name=selection][value=all]').check();
  }
  // What starting Python takes is told apart (npm run bench:sandbox).
  await page.waitForTimeout(8000);
  const pressed = await now(page);
  await page
    .getByRole('button', { name: attemptsPerSample > 1 ? 'Resume' : 'Start', exact: true })
    .click();
  const before = dataset.samples.length * (attemptsPerSample - 1);
  await page.waitForFunction(
    (done) => {
      const bar = document.querySelector<HTMLProgressElement>(
        'progress[aria-label="Attempts done"]',
      );
      return bar !== null && bar.value > done;
    },
    before,
    TIMEOUT,
  );
  const first = await now(page);
  await page.getByRole('button', { name: 'Pause' }).waitFor({ state: 'hidden', ...TIMEOUT });
  const ended = await now(page);
  const all = await longTasks(page, pressed);
  const since = await longTasks(page, first);
  tell(`${title}, ms`, (ended - pressed).toFixed(0));
  tell(`${title}, long tasks from the click`, countOf(all));
  tell(`${title}, long tasks from the first verdict`, countOf(since));
  tell(`${title}, JS heap, MB`, ((await heapBytes(page)) / MEGABYTE).toFixed(1));
  await context.close();
}

try {
  for (const size of SIZES) await benchResults(size);
  for (const size of [1, ...SIZES]) await benchGoingOn(size);
} finally {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
}
