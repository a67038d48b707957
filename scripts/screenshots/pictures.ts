import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Scene } from './album.ts';

/** Windows in CSS pixels. */
export const SIZES = {
  phone: { width: 390, height: 844 },
  desktop: { width: 1440, height: 900 },
} as const;
const SCHEMES = ['light', 'dark'] as const;

/** Charts measure themselves again, and the figures' texts come a moment later. */
const SETTLE_MS = 250;
/** Longer pages are cut: nobody looks at the 2,000th row. */
const LONGEST = 9000;

/**
 * All pictures of what the page shows now, as `NAME-SIZE-SCHEME.png`.
 * @returns what is wrong with the layout, a sentence each
 */
export async function takePictures(page: Page, folder: string, scene: Scene): Promise<string[]> {
  const problems: string[] = [];
  for (const [size, viewport] of Object.entries(SIZES)) {
    await page.setViewportSize(viewport);
    await page.waitForTimeout(SETTLE_MS);
    const { width, height } = await page.evaluate(() => ({
      width: document.documentElement.scrollWidth,
      height: document.documentElement.scrollHeight,
    }));
    if (width > viewport.width) problems.push(`${scene.name}, ${size}: ${width} px wide`);
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme });
      const path = join(folder, `${scene.name}-${size}-${colorScheme}.png`);
      const clip = { x: 0, y: 0, width: viewport.width, height: Math.min(height, LONGEST) };
      await page.screenshot(scene.window === true ? { path } : { path, fullPage: true, clip });
    }
  }
  await page.setViewportSize(SIZES.desktop);
  return problems;
}
