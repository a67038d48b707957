import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import type { Attempt, Run } from '../../../src/run/run.ts';

/** What a test chooses on the set-up page, by ids; what is left out stays as the page has it. */
export interface Choices {
  readonly provider?: string;
  readonly model?: string;
  readonly task?: 'generation' | 'repair';
  readonly strategy?: string;
  readonly samples?: 'quick' | 'all' | 'cwe' | 'difficulty' | 'one';
  readonly attempts?: number;
  readonly seed?: number;
}

/** The built site under a sub-path; `hash` as in `#/runs`. */
export function siteUrl(hash = ''): string {
  const url = process.env.SITE_URL;
  if (url === undefined) throw new Error('SITE_URL is not set: the global set-up did not run');
  return url + hash;
}

async function choose(page: Page, group: string, value: string): Promise<void> {
  await page.locator(`input[type=radio][name=${group}][value="${value}"]`).check();
}

/** Fills in the set-up page and starts the run; the page is then the run's. */
export async function startRun(page: Page, choices: Choices): Promise<void> {
  await page.goto(siteUrl('#/new'));
  if (choices.provider) await choose(page, 'provider', choices.provider);
  if (choices.model) await choose(page, 'model', choices.model);
  if (choices.task) await choose(page, 'task', choices.task);
  if (choices.strategy) await choose(page, 'strategy', choices.strategy);
  if (choices.samples) await choose(page, 'selection', choices.samples);
  if (choices.attempts) await page.getByLabel('Attempts per sample').fill(String(choices.attempts));
  if (choices.seed !== undefined)
    await page.getByRole('spinbutton', { name: 'Seed' }).fill(String(choices.seed));
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(page).toHaveURL(/#\/runs\/\w+$/);
}

/** Waits until the run that the page shows is finished, so many milliseconds at most. */
export async function waitUntilFinished(page: Page, timeout = 240_000): Promise<void> {
  await expect(page.getByRole('button', { name: 'Delete', exact: true })).toBeVisible({
    timeout,
  });
  await expect(page.getByRole('progressbar', { name: 'Attempts done' })).toHaveCount(0);
}

/** The text of the figures section: sentence, meters, coverage. */
export async function figuresText(page: Page): Promise<string> {
  const figures = page.getByRole('region', { name: 'Figures' });
  // The intervals come from a worker, a moment after the rest.
  await expect(figures).toHaveAttribute('aria-busy', 'false');
  const text = await figures.innerText();
  return text.replace(/\s+/g, ' ').trim();
}

/** The value of one meter: `100%`. */
export function meter(page: Page, title: string): ReturnType<Page['locator']> {
  return page.locator('dl.meters .meter', { hasText: title }).locator('.value');
}

/** What the page's own export button writes. */
export async function exportedRun(page: Page): Promise<{ run: Run; attempts: Attempt[] }> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await page.getByRole('button', { name: 'The whole run' }).click();
  return JSON.parse(readFileSync(await (await download).path(), 'utf8')) as {
    run: Run;
    attempts: Attempt[];
  };
}

/** Puts code into the editor of the page and runs the tests. */
export const submitCode = (page: Page, code: string): Promise<void> =>
  submit(page, code, 'Run the tests');

/** The same with an attack on insecure code. */
export const submitAttack = (page: Page, attack: string): Promise<void> =>
  submit(page, attack, 'Run the attack');

async function submit(page: Page, text: string, button: string): Promise<void> {
  await page.locator('.cm-content').click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(text);
  await page.getByRole('button', { name: button }).click();
}
