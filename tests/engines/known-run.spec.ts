import { expect, type Page, test } from '@playwright/test';
import { figuresOf } from '../../src/core/metrics/index.ts';
import { exportedRun, siteUrl, waitUntilFinished } from '../browser/support/site.ts';
import {
  knownAnswers,
  ONE_OF_EACH,
  verdictsOf,
  wavering,
  type KnownAnswer,
} from '../gguf/known-answers.ts';
import { LINES, scriptedModel } from '../gguf/scripted-model.ts';
import { type LlamaServer, startLlamaServer } from './llama-server.ts';
import { written } from './written-model.ts';

// Whole runs of the built site on a real engine over HTTP, of models whose answers are known.

/** 440 answers and as many attempts take minutes. */
const RUN_MS = 20 * 60_000;
test.setTimeout(RUN_MS + 60_000);

let server: LlamaServer | null = null;

test.afterEach(async () => {
  await server?.close();
  server = null;
});

/** Serves a model of these answers and runs it over the quick subset. */
async function runOf(
  page: Page,
  answers: readonly KnownAnswer[],
  { temperature, attempts }: { temperature: number; attempts: number },
): Promise<Awaited<ReturnType<typeof exportedRun>>['attempts']> {
  const { ENGINE_PACKAGES } = process.env;
  if (ENGINE_PACKAGES === undefined) throw new Error('start this by npm run test:engines');
  server = await startLlamaServer(ENGINE_PACKAGES, written(scriptedModel(answers, LINES)));
  await page.goto(siteUrl('#/new?model=openai-compatible'));
  await page.getByLabel('Server', { exact: true }).selectOption('custom');
  await page.getByLabel('Address').fill(server.url);
  await page.getByRole('button', { name: 'Connect' }).click();
  await page.getByRole('radio', { name: 'tiny', exact: true }).check();
  return finish(page, { temperature, attempts });
}

/** Runs the chosen model over one sample of each type. */
async function finish(
  page: Page,
  { temperature, attempts }: { temperature: number; attempts: number },
): Promise<Awaited<ReturnType<typeof exportedRun>>['attempts']> {
  await page.locator('input[name=selection][value=quick]').check();
  await page.getByLabel('Attempts per sample').fill(String(attempts));
  await page.getByRole('spinbutton', { name: 'Temperature' }).fill(String(temperature));
  await page.getByRole('spinbutton', { name: 'Seed' }).fill('1');
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await waitUntilFinished(page, RUN_MS);
  return (await exportedRun(page)).attempts;
}

test('at temperature 0 every sample gets the verdict of its known answer', async ({ page }) => {
  const known = knownAnswers(ONE_OF_EACH);
  const attempts = await runOf(page, known, { temperature: 0, attempts: 1 });
  expect(verdictsOf(attempts)).toEqual(verdictsOf(known));
});

test('at temperature 1 the known share lies in the interval of the run', async ({ page }) => {
  const attempts = await runOf(page, wavering(ONE_OF_EACH, 0.3), { temperature: 1, attempts: 10 });
  const judged = attempts.map(({ sampleId, verdict }) => ({
    sampleId,
    cwe: sampleId.slice(0, sampleId.indexOf('/')),
    verdict,
  }));
  for (const { k, functional, secure } of figuresOf(judged, [1, 5], {}).pass) {
    expect(functional.value).toBe(1);
    const known = 1 - 0.3 ** k;
    expect(secure.interval?.low).toBeLessThanOrEqual(known);
    expect(secure.interval?.high).toBeGreaterThanOrEqual(known);
  }
});

test('on the processor every sample gets the verdict of its known answer', async ({ page }) => {
  const known = knownAnswers(ONE_OF_EACH);
  await page.goto(siteUrl('#/new?model=wllama'));
  await page.getByLabel('Open a GGUF file').setInputFiles({
    name: 'known.gguf',
    mimeType: 'application/octet-stream',
    buffer: scriptedModel(known, LINES),
  });
  const attempts = await finish(page, { temperature: 0, attempts: 1 });
  expect(verdictsOf(attempts)).toEqual(verdictsOf(known));
});
