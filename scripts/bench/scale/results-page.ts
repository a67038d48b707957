import type { BrowserContext, Page } from '@playwright/test';
import { heapBytes, longTasks, now, type Watch, watched, watchedPage } from './watched-page.ts';

/** What opening a results page took: milliseconds since navigation, or since the click. */
export interface Opening {
  readonly figures: number;
  readonly intervals: number;
  readonly whole: number;
  readonly longTasks: readonly number[];
}

const TIMEOUT = { timeout: 120_000 };

/** Opens a run by its address, in a fresh tab. */
export async function openByAddress(
  context: BrowserContext,
  site: string,
  id: string,
): Promise<{ page: Page; opening: Opening }> {
  const page = await watchedPage(context);
  await page.goto(`${site}#/runs/${id}`);
  return { page, opening: await untilWhole(page, 0) };
}

/** Opens a run by a click in the list of runs. */
export async function openInApp(
  context: BrowserContext,
  site: string,
  id: string,
): Promise<{ page: Page; opening: Opening }> {
  const page = await watchedPage(context);
  await page.goto(`${site}#/runs`);
  await page.locator(`a[href="#/runs/${id}"]`).first().waitFor(TIMEOUT);
  // What the page loads for later is not what is measured.
  await page.waitForTimeout(2500);
  const since = await page.evaluate((href) => {
    window.scaleWatch.since = performance.now();
    document.querySelector<HTMLElement>(`a[href="${href}"]`)?.click();
    return window.scaleWatch.since;
  }, `#/runs/${id}`);
  return { page, opening: await untilWhole(page, since) };
}

async function untilWhole(page: Page, since: number): Promise<Opening> {
  await page.waitForFunction(
    () => Object.keys(window.scaleWatch.marks).length === 3,
    undefined,
    TIMEOUT,
  );
  const marks = await page.evaluate((): Watch['marks'] => window.scaleWatch.marks);
  const at = (time: number | undefined): number => (time ?? Number.NaN) - since;
  return {
    figures: at(marks.figures),
    intervals: at(marks.intervals),
    whole: at(marks.whole),
    longTasks: await longTasks(page, since),
  };
}

/** What a visitor does on the results page: long tasks of each, and milliseconds until an attempt is there. */
export interface Use {
  readonly scrolling: readonly number[];
  readonly filtering: readonly number[];
  readonly searching: readonly number[];
  /** Until the attempts with the words stand there. */
  readonly searchMs: number;
  readonly opening: readonly number[];
  readonly openMs: number;
  readonly heap: number;
}

/** Scrolls to the end and back, filters, looks for words, opens the first attempt. */
export async function useResults(page: Page): Promise<Use> {
  const heap = await heapBytes(page);
  const scrolling = await watched(page, async () => {
    for (const step of [600, -1200]) {
      for (let count = 0; count < 12; count += 1) {
        await page.mouse.wheel(0, step);
        await page.waitForTimeout(40);
      }
    }
  });
  const list = page.locator('#attempts');
  const filtering = await watched(page, async () => {
    await list.getByRole('button', { name: /^Vulnerable/ }).click();
    await list.getByRole('combobox').selectOption({ index: 5 });
    await list.getByRole('button', { name: 'Show all' }).click();
  });
  let searchMs = Number.NaN;
  const searching = await watched(page, async () => {
    const began = await now(page);
    await list.getByRole('searchbox').pressSequentially('import 7', { delay: 60 });
    await list.getByText(/\d+ attempts? found/).waitFor({ state: 'attached', ...TIMEOUT });
    searchMs = (await now(page)) - began;
  });
  await list.getByRole('button', { name: 'Show all' }).click();
  let openMs = Number.NaN;
  const opening = await watched(page, async () => {
    const began = await now(page);
    await list.locator('tbody a').first().click();
    await page.getByRole('button', { name: 'Dispute this verdict' }).waitFor(TIMEOUT);
    openMs = (await now(page)) - began;
  });
  return { scrolling, filtering, searching, searchMs, opening, openMs, heap };
}
