import type { Page } from '@playwright/test';
import { submitCode } from '../../tests/browser/support/site.ts';
import { source } from '../../tests/browser/support/exercises.ts';
import type { Album } from './album.ts';
import { finishedRun, idOf, unfold, untilSettled } from './steps.ts';

/** Links of one attempt per verdict, from the list on the run's screen. */
async function attemptLinks(page: Page): Promise<ReadonlyMap<string, string>> {
  const links = new Map<string, string>();
  for (const row of await page.locator('#attempts tbody tr').all()) {
    const verdict = (await row.locator('td').first().innerText()).trim();
    const href = await row.locator('a[href*="/runs/"]').first().getAttribute('href');
    if (href !== null && !links.has(verdict)) links.set(verdict, href);
  }
  return links;
}

/** Finished runs, and all that they are shown in. */
export const results: Album = {
  name: 'results',
  async *scenes({ page, site }) {
    const insecure = await finishedRun(page, { model: 'insecure', samples: 'quick' });
    await untilSettled(page);
    yield { name: 'run-insecure' };
    const mixed = await finishedRun(page, { model: 'mix', samples: 'quick', attempts: 3 });
    await untilSettled(page);
    yield { name: 'run-mixed' };
    await unfold(page);
    yield { name: 'run-mixed-unfolded' };
    const attempts = await attemptLinks(page);
    const result = await page.getByLabel('Result link').inputValue();
    const aware = await finishedRun(page, {
      model: 'mix',
      samples: 'quick',
      attempts: 3,
      strategy: 'vulnerability-aware',
      seed: 7,
    });

    for (const [verdict, hash] of attempts) {
      const name = `attempt-${verdict.toLowerCase().replaceAll(' ', '-')}`;
      await page.goto(site + hash);
      await page.getByRole('region', { name: 'Tests' }).waitFor();
      yield { name };
      if (verdict !== 'Vulnerable') continue;
      for (const tab of ['Full answer', 'Prompt', 'Beside secure']) {
        await page.getByRole('tab', { name: tab }).click();
        yield { name: `${name}-${tab.toLowerCase().replace(' ', '-')}` };
      }
    }

    for (const [name, hash] of Object.entries({
      'home-with-runs': '',
      runs: '#/runs',
      storage: '#/storage',
      'samples-with-run': `#/samples?run=${idOf(mixed)}`,
      'samples-with-run-filtered': `#/samples?run=${idOf(insecure)}&verdict=vulnerable&words=path`,
      'compare-of-one': `#/compare/${idOf(mixed)}`,
    })) {
      await page.goto(site + hash);
      await page.locator('h1').waitFor();
      await page.getByText(/^(Loading|Looking|Reading) /).waitFor({ state: 'hidden' });
      yield { name };
    }

    for (const [name, runs] of [
      ['compare-of-two', [insecure, mixed]],
      ['compare-of-three', [mixed, aware, insecure]],
    ] as const) {
      await page.goto(`${site}#/compare/${runs.map(idOf).join('~')}`);
      await page
        .getByText(/exact test|sign-flip test/)
        .first()
        .waitFor();
      yield { name };
    }

    await page.goto(result);
    await untilSettled(page);
    yield { name: 'shared' };

    const [attempt = ''] = attempts.values();
    const sampleId = attempt.split('/').slice(3, 5).join('/');
    await page.goto(`${site}#/samples/${sampleId}`);
    await page.getByRole('heading', { name: 'In your runs' }).waitFor();
    await submitCode(page, source(sampleId, 'insecure.py'));
    await page.getByRole('region', { name: 'Your last try' }).waitFor({ timeout: 60_000 });
    yield { name: 'sample-tried' };
    await page.getByRole('button', { name: 'Repair as a run' }).click();
    await page.getByRole('textbox', { name: /^Your solution/ }).waitFor();
    await page.getByRole('button', { name: 'Run the tests' }).click();
    await page.getByRole('region', { name: 'Your last answer' }).waitFor({ timeout: 60_000 });
    yield { name: 'run-by-hand-answered' };
  },
};
