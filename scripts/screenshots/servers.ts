import type { Page } from '@playwright/test';
import { siteUrl } from '../../tests/browser/support/site.ts';

/** Fills in the form of a server and connects; its answer isn't waited for. */
export async function connectTo(page: Page, url: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(siteUrl('#/new?model=openai-compatible'));
  await page.getByLabel('Server', { exact: true }).selectOption('vllm');
  await page.getByLabel('Address').fill(url);
  await page.getByRole('button', { name: 'Connect' }).click();
}
