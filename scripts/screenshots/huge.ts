import type { Attempt } from '../../src/run/run.ts';
import { classResults } from '../../tests/browser/support/class.ts';
import { resultLinkOf, SAMPLE_IDS } from '../../tests/browser/support/exercises.ts';
import { exportedRun, startRun, waitUntilFinished } from '../../tests/browser/support/site.ts';
import type { Album } from './album.ts';
import { hashOf, idOf, untilSettled } from './steps.ts';

type ExportedRun = Awaited<ReturnType<typeof exportedRun>>;

/** The same run with five times as many attempts at each sample. */
function fivefold({ run, attempts, ...head }: ExportedRun): string {
  const { attemptsPerSample } = run.plan;
  const many = attempts.flatMap((attempt) =>
    [0, 1, 2, 3, 4].map((times): Attempt => {
      return { ...attempt, index: attempt.index + times * attemptsPerSample };
    }),
  );
  const plan = { ...run.plan, attemptsPerSample: 5 * attemptsPerSample };
  return JSON.stringify({ ...head, run: { ...run, plan }, attempts: many });
}

/** As much as the page is made for. */
export const huge: Album = {
  name: 'huge',
  async *scenes({ page, site }) {
    await startRun(page, { model: 'mix', samples: 'all', attempts: 2 });
    await waitUntilFinished(page);
    const buffer = Buffer.from(fivefold(await exportedRun(page)));
    await page.goto(`${site}#/runs`);
    const file = { name: 'run.json', mimeType: 'application/json', buffer };
    await page.locator('input[type=file]').setInputFiles(file);
    await page.waitForURL(/#\/runs\/\w+$/, { timeout: 60_000 });
    await untilSettled(page);
    yield { name: 'run-huge' };
    const run = idOf(hashOf(page));
    const link = await page.getByLabel('Result link').inputValue();
    await page.goto(link);
    await untilSettled(page);
    yield { name: 'shared-huge' };
    await page.goto(`${site}#/samples?run=${run}`);
    await page.locator('h1').waitFor();
    yield { name: 'samples-with-huge-run' };
    await page.goto(`${site}#/samples/CWE-022/lab-report-reader`);
    await page.getByRole('heading', { name: 'In your runs' }).waitFor();
    yield { name: 'sample-in-huge-run' };

    const exercise = {
      title: 'A lecture of two hundred',
      mode: 'repair',
      helps: { weakness: 0, explanation: 2, tests: 3, solution: null },
      asksName: true,
      datasetVersion: '0'.repeat(12),
      sampleIds: SAMPLE_IDS.filter((id) => id.startsWith('CWE-089/')),
    } as const;
    await page.goto(`${site}#/class`);
    const links = classResults(exercise, 200).map(resultLinkOf);
    await page.getByLabel('Result links, in any text').fill(links.join('\n'));
    await page.getByText('200 result links found').waitFor();
    yield { name: 'class-huge' };
  },
};
