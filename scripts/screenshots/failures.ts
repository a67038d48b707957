import { startFaultServer } from '../../tests/fakes/fault-server.ts';
import type { Album } from './album.ts';
import { connectTo } from './servers.ts';
import { finishedRun } from './steps.ts';

/** What the page says when something isn't there or doesn't work. */
export const failures: Album = {
  name: 'failures',
  async *scenes({ page, site }) {
    const gone = await startFaultServer();
    await gone.close();
    await connectTo(page, gone.url);
    await page.getByText('Not connected').waitFor({ timeout: 60_000 });
    yield { name: 'new-run-server-gone' };

    const failing = await startFaultServer({
      chat: () => ({
        kind: 'status',
        status: 400,
        body: { error: { message: 'The prompt is longer than this model can read.' } },
      }),
    });
    await connectTo(page, failing.url);
    await page.getByText('1 model to choose from.').waitFor();
    yield { name: 'new-run-server-connected' };
    await page.locator('input[name=selection][value=quick]').check();
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await page.getByText('The run has stopped').waitFor({ timeout: 60_000 });
    yield { name: 'run-failed' };
    await failing.close();

    await page.goto(`${site}#/new?model=reference`);
    await page.getByLabel('Attempts per sample').fill('0');
    yield { name: 'new-run-invalid' };

    const run = await finishedRun(page, {
      provider: 'reference',
      model: 'mix',
      samples: 'quick',
      attempts: 1,
    });
    const link = await page.getByLabel('Result link').inputValue();
    await page.goto('about:blank');
    await page.goto(link.slice(0, 60) + (link[60] === 'A' ? 'B' : 'A') + link.slice(61));
    await page.getByRole('heading', { name: 'This link is damaged' }).waitFor();
    yield { name: 'shared-damaged' };
    await page.goto(`${site}${run}/CWE-022/lab-report-reader/99`);
    await page.locator('h1').waitFor();
    yield { name: 'attempt-missing' };

    await page.goto(`${site}#/runs`);
    const buffer = Buffer.from('{"hello": 1}');
    const file = { name: 'notes.json', mimeType: 'application/json', buffer };
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByRole('alert').waitFor();
    yield { name: 'runs-file-refused' };

    await page.route(/dataset-[^/]*\.json/, (route) => route.fulfill({ status: 503 }));
    for (const [name, hash] of Object.entries({
      'samples-failed': '#/samples',
      'new-run-failed': '#/new?model=reference',
    })) {
      await page.goto('about:blank');
      await page.goto(site + hash);
      await page.getByText('No samples').waitFor();
      yield { name };
    }
    await page.unroute(/dataset-[^/]*\.json/);

    await page.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('blocked', 'SecurityError');
      };
    });
    await page.goto('about:blank');
    await page.goto(site);
    await page.getByText(/runs are gone when this tab closes/).waitFor();
    yield { name: 'home-without-storage' };
  },
};
