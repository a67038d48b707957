import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { type Browser, expect, type Page } from '@playwright/test';
import { LOOPBACK, serveOver } from '../../scripts/bench/slow-server.ts';
import { type Attack, FRAME_ATTACKS, PYTHON_ATTACKS, WORKER_ATTACKS } from './attacks.ts';
import { job, test } from './lab-page.ts';
import { SECRET } from './pages/treasure.ts';
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

/** The page under attack, with an eye on everything that its browser could be made to do. */
async function openPage(browser: Browser, name: 'walled' | 'open'): Promise<AttackedPage> {
  const page = await browser.newPage();
  const events: string[] = [];
  page.on('dialog', (dialog) => {
    events.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('download', () => events.push('a download'));
  page.on('popup', () => events.push('a new window'));
  await page.goto(`${pages.url}pages/${name}.html`);
  await page.waitForFunction(() => 'attacked' in window);
  return { page, events };
}
interface AttackedPage {
  readonly page: Page;
  readonly events: readonly string[];
}

/** The attack's text with the places of this run; `mark` tells its requests from all others. */
async function aim({ page }: AttackedPage, body: string, mark: string): Promise<string> {
  const blob = await page.evaluate((secret) => URL.createObjectURL(new Blob([secret])), SECRET);
  return body.replaceAll('TARGET', `${target.url}${mark}`).replaceAll('BLOB', blob);
}

async function effects(
  { page, events }: AttackedPage,
  answer: string,
  mark: string,
): Promise<Effects> {
  const onPage = await page
    .evaluate(() => window.attacked.changes())
    .catch(() => ['the page is another one']);
  return {
    request: target.reached(mark),
    read: answer.includes(SECRET),
    change: [...onPage, ...events],
  };
}

const NOTHING: Effects = { request: false, read: false, change: [] };

function expectReal(seen: Effects, { effect }: Attack): void {
  if (effect === 'change') expect(seen.change, 'the attack is no attack').not.toEqual([]);
  else expect(seen[effect], 'the attack is no attack').toBe(true);
}

test.describe('from the worker', () => {
  const attacked = {} as Record<'walled' | 'open', AttackedPage>;
  test.beforeAll(async ({ browser }) => {
    attacked.walled = await openPage(browser, 'walled');
    attacked.open = await openPage(browser, 'open');
  });
  test.afterAll(() => Promise.all([attacked.walled.page.close(), attacked.open.page.close()]));

  for (const attack of WORKER_ATTACKS) {
    test(`${attack.what}`, async ({ browser }) => {
      const number = ++attacks;
      for (const name of ['walled', 'open'] as const) {
        const mark = `worker-${number}-${name}`;
        const body = await aim(attacked[name], attack.body, mark);
        const answer = await attacked[name].page.evaluate(
          (text) => window.attacked.attack(text),
          body,
        );
        const seen = await effects(attacked[name], answer, mark);
        if (name === 'walled') expect(seen).toEqual(NOTHING);
        else expectReal(seen, attack);
      }
      if (attack.effect !== 'change') return;
      await attacked.open.page.close();
      attacked.open = await openPage(browser, 'open');
    });
  }
});

for (const attack of FRAME_ATTACKS) {
  test(`from the frame’s document: ${attack.what}`, async ({ browser }) => {
    for (const name of ['walled', 'open'] as const) {
      const mark = `frame-${++attacks}-${name}`;
      const attacked = await openPage(browser, name);
      const body = await aim(attacked, attack.body, mark);
      const frame = attacked.page.frames().find((each) => each !== attacked.page.mainFrame());
      if (!frame) throw new Error('the page has no frame');
      const answer = await frame
        .evaluate(`(async () => { ${body} })().then(String, (error) => 'refused: ' + error)`)
        .catch((error: unknown) => `lost: ${String(error)}`);
      const seen = await effects(attacked, String(answer), mark);
      if (name === 'walled') expect(seen).toEqual(NOTHING);
      else expectReal(seen, attack);
      await attacked.page.close();
    }
  });
}

test.describe('from Python', () => {
  let plain: AttackedPage;
  test.beforeAll(async ({ browser }) => {
    plain = await openPage(browser, 'open');
  });
  test.afterAll(() => plain.page.close());

  for (const attack of PYTHON_ATTACKS) {
    test(`${attack.what}`, async ({ lab }) => {
      const mark = `python-${++attacks}`;
      const code = attack.body.replaceAll('TARGET', `${target.url}${mark}-walled`);
      const observation = await lab.run(
        job(code, { test_functional_it: 'assert attack(candidate).refused or True' }),
      );
      expect(observation.kind).toBe('tested');
      expect(target.reached(`${mark}-walled`)).toBe(false);

      const control = attack.body.replaceAll('TARGET', `${target.url}${mark}-open`);
      await plain.page.evaluate(([url, text]) => window.plainPython(url, text), [
        `${pages.url}pyodide/`,
        control,
      ] as const);
      await expect(() => expect(target.reached(`${mark}-open`)).toBe(true)).toPass({
        timeout: 5000,
      });
    });
  }
});
