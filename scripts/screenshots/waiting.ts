import type { Page } from '@playwright/test';
import { startRun } from '../../tests/browser/support/site.ts';
import { startFaultServer } from '../../tests/fakes/fault-server.ts';
import type { Album, Scene } from './album.ts';
import { connectTo } from './servers.ts';
import { unfold } from './steps.ts';

/** Never answers for these files, until it is told to: what waits for them can be looked at. */
async function hold(page: Page, files: RegExp): Promise<() => Promise<void>> {
  const held: (() => Promise<void>)[] = [];
  await page.route(files, (route) => void held.push(() => route.continue()));
  return async () => {
    await page.unroute(files);
    await Promise.allSettled(held.map((go) => go()));
  };
}

async function* withoutSamples(page: Page, site: string): AsyncGenerator<Scene> {
  const goOn = await hold(page, /dataset-[^/]*\.json/);
  for (const [name, hash] of Object.entries({
    'samples-loading': '#/samples',
    'sample-loading': '#/samples/CWE-022/lab-report-reader',
    'new-run-loading': '#/new?model=reference',
    'teach-loading': '#/teach',
    'exercise-loading': '#/x/abc',
    'shared-loading': '#/r/abc',
  })) {
    await page.goto('about:blank');
    await page.goto(site + hash);
    await page.getByRole('banner').waitFor();
    yield { name };
  }
  await page.goto(site);
  await page.getByRole('button', { name: 'Run the benchmark' }).click();
  yield { name: 'home-starting' };
  await goOn();
}

/** What is not there yet, and runs on their way. */
export const waiting: Album = {
  name: 'waiting',
  async *scenes({ page, site }) {
    yield* withoutSamples(page, site);

    const python = await hold(page, /engine-[^/]*\.bin/);
    await page.goto('about:blank');
    await startRun(page, { model: 'insecure', samples: 'quick' });
    await page.getByText(/Python for the tests/).waitFor();
    yield { name: 'run-loading-python' };
    await python();

    await startRun(page, { model: 'mix', samples: 'quick', attempts: 40 });
    await page.locator('a.cell[href*="/runs/"]').nth(5).waitFor({ timeout: 60_000 });
    yield { name: 'run-running' };
    await page.getByRole('button', { name: 'Pause', exact: true }).click();
    await page.getByText('Paused').waitFor();
    await page.evaluate(() => window.scrollTo(0, 0));
    yield { name: 'run-paused' };
    await unfold(page);
    yield { name: 'run-paused-unfolded' };

    const server = await startFaultServer({ hello: { kind: 'stall' } });
    await connectTo(page, server.url);
    await page.locator('input[name=selection][value=quick]').check();
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await page.getByText('Loading the model').waitFor();
    yield { name: 'run-loading-model' };
    await server.close();

    const writing = await startFaultServer({
      chat: () => ({ kind: 'stall', text: 'Here is it:\n\n```python\nimport sqlite3\n' }),
    });
    await connectTo(page, writing.url);
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await page.getByText('import sqlite3').first().waitFor();
    yield { name: 'run-writing' };
    await writing.close();

    await page.goto(`${site}#/samples/CWE-022/lab-report-reader`);
    await page.getByRole('button', { name: 'Write it as a run' }).click();
    await page.getByRole('textbox', { name: /^Your solution/ }).waitFor();
    yield { name: 'run-by-hand' };
  },
};
