import type { Browser } from '@playwright/test';
import { startRun, waitUntilFinished } from '../../tests/browser/support/site.ts';
import { SIZES } from './pictures.ts';

/** The picture at the top of README.md: the results of a run. */
export async function takeReadmePicture(browser: Browser): Promise<void> {
  const page = await browser.newPage({ viewport: SIZES.desktop, reducedMotion: 'reduce' });
  await startRun(page, { model: 'mix', samples: 'quick', attempts: 3 });
  await waitUntilFinished(page);
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.locator('section[aria-label=Figures][aria-busy=false]').waitFor();
  await page.screenshot({ path: 'docs/screenshot.png' });
  await page.close();
}
