import type { BrowserContext, Page } from '@playwright/test';

/** What the page itself notes; milliseconds since navigation. */
export interface Watch {
  /** Tasks of the page's thread that took more than 50 ms. */
  readonly longTasks: { readonly start: number; readonly ms: number }[];
  /** Since when the marks below are looked for. */
  since: number;
  /** When each part of a results page was first there and painted. */
  readonly marks: Partial<Record<Mark, number>>;
}

/** `figures`: the headline figures stand; `intervals`: theirs do; `whole`: the list of attempts as well. */
export type Mark = 'figures' | 'intervals' | 'whole';

declare global {
  interface Window {
    scaleWatch: Watch;
  }
}

/** A page that notes its long tasks and when its figures stand, from its first script on. */
export async function watchedPage(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.addInitScript(watch);
  return page;
}

/** Runs in the page. No function in it has a name: the loader of TypeScript would mark it with a helper of its own. */
function watch(): void {
  const parts = {
    figures: '#figures .meters',
    intervals: '#figures[aria-busy="false"] .meters',
    whole: '#attempts tbody tr',
  } as const;
  const noted: Watch = { longTasks: [], since: 0, marks: {} };
  window.scaleWatch = noted;
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) {
      noted.longTasks.push({ start: startTime, ms: duration });
    }
  }).observe({ type: 'longtask', buffered: true });
  const seen = new Set<string>();
  new MutationObserver(() => {
    for (const [name, selector] of Object.entries(parts)) {
      const key = `${noted.since} ${name}`;
      if (seen.has(key) || document.querySelector(selector) === null) continue;
      seen.add(key);
      // After the next frame is on the screen.
      requestAnimationFrame(() => {
        setTimeout(() => {
          noted.marks[name as Mark] = performance.now();
        });
      });
    }
  }).observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['aria-busy'],
  });
}

/** Milliseconds of every long task that began since the given time of the page. */
export async function longTasks(page: Page, since: number): Promise<number[]> {
  // The last one is told after it ended.
  await page.waitForTimeout(300);
  return page.evaluate(
    (from) => window.scaleWatch.longTasks.filter(({ start }) => start >= from).map(({ ms }) => ms),
    since,
  );
}

/** The page's clock. */
export function now(page: Page): Promise<number> {
  return page.evaluate(() => performance.now());
}

/** Does something on the page, and tells the long tasks meanwhile. */
export async function watched(page: Page, work: () => Promise<void>): Promise<number[]> {
  const since = await now(page);
  await work();
  return longTasks(page, since);
}

/** Bytes of living JavaScript objects of the page, its workers left out. */
export async function heapBytes(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize;
}
