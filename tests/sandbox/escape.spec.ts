import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { expect } from '@playwright/test';
import { LOOPBACK, serveOver } from '../../scripts/bench/slow-server.ts';
import { type Attack, FRAME_ATTACKS, PYTHON_ATTACKS, WORKER_ATTACKS } from './attacks.ts';
import { job, test } from './lab-page.ts';
import { SECRET } from './pages/treasure.ts';
import type { TestBrowser, TestPage } from './test-browser.ts';
import { startTargetServer, type TargetServer } from './target-server.ts';

let target: TargetServer;
let pages: Awaited<ReturnType<typeof serveOver>>;
let attacks = 0;

test.beforeAll(async () => {
  execFileSync('npx', ['vite', 'build', '-c', 'tests/sandbox/pages/vite.config.ts'], {
    stdio: 'inherit',
  });
  target = await startTargetServer();
  pages = await serveOver(LOOPBACK, {
    pages: '.cache/sandbox-pages',
    pyodide: dirname(createRequire(import.meta.url).resolve('pyodide/package.json')),
  });
});
test.afterAll(() => {
  target.close();
  pages.close();
});

/** What an attack did, as seen from outside of it. */
interface Effects {
  readonly request: boolean;
  readonly read: boolean;
  readonly change: readonly string[];
}

async function openPage(browser: TestBrowser, name: 'walled' | 'open'): Promise<TestPage> {
  const page = await browser.newPage();
  await page.goto(`${pages.url}pages/${name}.html`);
  await page.waitForGlobal('attacked');
  return page;
}

/** The attack's text with the places of this run; `mark` tells its requests from all others. */
async function aim(page: TestPage, body: string, mark: string): Promise<string> {
  const blob = await page.evaluate((secret) => URL.createObjectURL(new Blob([secret])), SECRET);
  return body.replaceAll('TARGET', `${target.url}${mark}`).replaceAll('BLOB', blob);
}

async function effects(page: TestPage, answer: string, mark: string): Promise<Effects> {
  const onPage = await page
    .evaluate(() => window.attacked.changes(), null)
    .catch(() => ['the page is another one']);
  return {
    request: target.reached(mark),
    read: answer.includes(SECRET),
    change: [...onPage, ...page.events],
  };
}

const NOTHING: Effects = { request: false, read: false, change: [] };

function expectReal(seen: Effects, { effect }: Attack): void {
  if (effect === 'change') expect(seen.change, 'the attack is no attack').not.toEqual([]);
  else expect(seen[effect], 'the attack is no attack').toBe(true);
}

test.describe('from the worker', () => {
  const attacked = {} as Record<'walled' | 'open', TestPage>;
  test.beforeAll(async ({ testBrowser }) => {
    attacked.walled = await openPage(testBrowser, 'walled');
    attacked.open = await openPage(testBrowser, 'open');
  });
  test.afterAll(() => Promise.all([attacked.walled.close(), attacked.open.close()]));

  for (const attack of WORKER_ATTACKS) {
    test(`${attack.what}`, async ({ testBrowser }) => {
      const number = ++attacks;
      for (const name of ['walled', 'open'] as const) {
        const mark = `worker-${number}-${name}`;
        const body = await aim(attacked[name], attack.body, mark);
        const answer = await attacked[name].evaluate((text) => window.attacked.attack(text), body);
        const seen = await effects(attacked[name], answer, mark);
        if (name === 'walled') expect(seen).toEqual(NOTHING);
        else expectReal(seen, attack);
      }
      if (attack.effect !== 'change') return;
      await attacked.open.close();
      attacked.open = await openPage(testBrowser, 'open');
    });
  }
});

for (const attack of FRAME_ATTACKS) {
  test(`from the frame’s document: ${attack.what}`, async ({ testBrowser }) => {
    for (const name of ['walled', 'open'] as const) {
      const mark = `frame-${++attacks}-${name}`;
      const attacked = await openPage(testBrowser, name);
      const body = await aim(attacked, attack.body, mark);
      const answer = await attacked
        .evaluateInFrame(`(async () => { ${body} })().then(String, (error) => 'refused: ' + error)`)
        .catch((error: unknown) => `lost: ${String(error)}`);
      const seen = await effects(attacked, String(answer), mark);
      if (name === 'walled') expect(seen).toEqual(NOTHING);
      else expectReal(seen, attack);
      await attacked.close();
    }
  });
}

test.describe('from Python', () => {
  let plain: TestPage;
  test.beforeAll(async ({ testBrowser }) => {
    plain = await openPage(testBrowser, 'open');
  });
  test.afterAll(() => plain.close());

  for (const attack of PYTHON_ATTACKS) {
    test(`${attack.what}`, async ({ lab }) => {
      const mark = `python-${++attacks}`;
      const code = attack.body.replaceAll('TARGET', `${target.url}${mark}-walled`);
      const observation = await lab.run(job(code, { test_functional_it: 'attack(candidate)' }));
      expect(observation.kind).toBe('tested');
      expect(target.reached(`${mark}-walled`)).toBe(false);

      const control = attack.body.replaceAll('TARGET', `${target.url}${mark}-open`);
      await plain.evaluate(([url, text]) => window.plainPython(url, text), [
        `${pages.url}pyodide/`,
        control,
      ] as const);
      await expect(() => expect(target.reached(`${mark}-open`)).toBe(true)).toPass({
        timeout: 5000,
      });
    });
  }
});
