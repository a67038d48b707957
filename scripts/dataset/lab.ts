import { execFileSync } from 'node:child_process';
import { chromium } from '@playwright/test';
import type { Observation } from '../../src/core/verdicts/observation.ts';
import type { SandboxJob } from '../../src/run/ports.ts';
import { CHROMIUM_FLAGS, findChromium } from '../chromium.mjs';
import { serveFolder } from '../serve.mjs';

/** The real sandbox in a headless Chromium, without the site around it. */
export interface Lab {
  /** How many jobs it runs side by side. */
  readonly parallel: number;
  /** Changes with everything that decides how code is run. */
  readonly version: string;
  run(job: SandboxJob): Promise<Observation>;
  close(): Promise<void>;
}

/** Builds the lab page into `.cache/lab`. */
export function buildLab(): void {
  execFileSync('npx', ['vite', 'build', '--logLevel', 'warn', '-c', 'scripts/lab/vite.config.ts'], {
    stdio: 'inherit',
  });
}

/** Builds the lab page, serves it and opens it. */
export async function openLab(): Promise<Lab> {
  buildLab();
  const server = await serveFolder('.cache/lab');
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: [...CHROMIUM_FLAGS],
  });
  const page = await browser.newPage();
  page.on('pageerror', (error) => console.error(`lab page: ${error.message}`));
  await page.goto(`${server.url}lab.html`);
  await page.waitForFunction(() => window.lab !== undefined);
  return {
    parallel: await page.evaluate(() => window.lab.parallel),
    version: await page.evaluate(() => window.lab.version),
    run: (job) => page.evaluate((given) => window.lab.run(given), job),
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}
