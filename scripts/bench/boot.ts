import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import type { SandboxJob } from '../../src/run/ports.ts';
import { CHROMIUM_FLAGS, findChromium } from '../chromium.mjs';
import { type Line, serveOver } from './slow-server.ts';

declare global {
  interface Window {
    /** Set by the page with plain Pyodide when it is ready. */
    readyAt?: number;
  }
}

/** What is started, and when it counts as started, in milliseconds since navigation. */
export const STARTS = {
  /** `import`, `loadPyodide()`, `runPython('1')`. */
  plain: async (page: Page, url: string): Promise<number> => {
    await page.goto(`${url}plain/`, { waitUntil: 'commit' });
    const ready = await page.waitForFunction(() => window.readyAt, null, { timeout: 300_000 });
    return (await ready.jsonValue()) ?? Number.NaN;
  },
  /** The sandbox alone: the verdict of one attempt on a page that does nothing else. */
  sandbox: async (page: Page, url: string, job: SandboxJob): Promise<number> => {
    await page.goto(`${url}lab/lab.html?prepare`);
    const timing = await page.evaluate((given) => window.lab.time([given], 1), job);
    if (timing.failed > 0) throw new Error('the first attempt was no pass');
    return timing.endedAt;
  },
  /** The site, with a click on its main button at once, to the first verdict on the page. */
  site: async (page: Page, url: string): Promise<number> => {
    await page.goto(`${url}site/`);
    await page.getByRole('button', { name: 'Run the benchmark' }).click();
    await page.locator('a.cell[href*="/runs/"]').first().waitFor({ timeout: 300_000 });
    return page.evaluate(() => performance.now());
  },
} as const;
export type Start = keyof typeof STARTS;

export interface BootRun {
  readonly start: Start;
  readonly cache: 'cold' | 'warm';
  readonly ms: number;
}

/** Starts everything once with an empty profile and once more with what that left in its cache. */
export async function bootOnce(
  line: Line,
  folders: Readonly<Record<string, string>>,
  job: SandboxJob,
): Promise<BootRun[]> {
  const server = await serveOver(line, folders);
  const runs: BootRun[] = [];
  try {
    for (const start of Object.keys(STARTS) as Start[]) {
      await inFreshProfile(async (context) => {
        for (const cache of ['cold', 'warm'] as const) {
          const page = await context.newPage();
          runs.push({ start, cache, ms: await STARTS[start](page, server.url, job) });
          await page.close();
        }
      });
    }
  } finally {
    server.close();
  }
  return runs;
}

/** A profile on disk, since a private window keeps its cache in memory and visitors don't. */
async function inFreshProfile(work: (context: BrowserContext) => Promise<void>): Promise<void> {
  const profile = mkdtempSync(join(tmpdir(), 'bench-profile-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: await findChromium(),
    args: [...CHROMIUM_FLAGS],
  });
  try {
    await work(context);
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  }
}
