import type { Page } from '@playwright/test';
import { startRun, waitUntilFinished, type Choices } from '../../tests/browser/support/site.ts';

/** The hash of what the page shows. */
export const hashOf = (page: Page): string => new URL(page.url()).hash;

/** Makes a finished run; returns its hash, `#/runs/ID`. */
export async function finishedRun(page: Page, choices: Choices): Promise<string> {
  await startRun(page, choices);
  await waitUntilFinished(page);
  return hashOf(page);
}

/** The id in the hash of a run. */
export const idOf = (runHash: string): string => runHash.split('/').at(-1) ?? '';

/** Waits until the intervals of a run or a result are there. */
export async function untilSettled(page: Page): Promise<void> {
  await page.locator('section[aria-label=Figures][aria-busy=false]').waitFor();
}

/** Opens what is folded in the page. */
export async function unfold(page: Page): Promise<void> {
  for (const summary of await page.locator('main details:not([open]) > summary').all()) {
    if (await summary.isVisible()) await summary.click();
  }
}
