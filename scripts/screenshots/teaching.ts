import type { Page } from '@playwright/test';
import { decodeExercise } from '../../src/core/share/index.ts';
import { MODES, type Exercise, type Mode } from '../../src/core/teach/exercise.ts';
import { classResults } from '../../tests/browser/support/class.ts';
import {
  payloadOf,
  resultLinkOf,
  SAMPLE_IDS,
  source,
  TRAVERSAL_ATTACK,
} from '../../tests/browser/support/exercises.ts';
import { submitAttack, submitCode } from '../../tests/browser/support/site.ts';
import type { Album, Scene } from './album.ts';

const FILES = 'CWE-022/lab-report-reader';

/** Chooses two samples and a mode; returns the link of the exercise. */
async function makeExercise(page: Page, site: string, mode: Mode): Promise<string> {
  await page.goto(`${site}#/teach`);
  for (const title of ['Lab report by name', 'Leaderboard with a chosen order']) {
    await page.getByLabel('Find', { exact: true }).fill(title);
    await page.getByRole('checkbox', { name: title }).check();
  }
  await page.locator(`input[name=mode][value=${mode}]`).check();
  await page.getByLabel('Title, as students see it').fill('Week 3: what visitors type in');
  return page.getByLabel('Exercise link').inputValue();
}

function exerciseOf(link: string): Exercise {
  const decoded = decodeExercise(payloadOf(link), SAMPLE_IDS);
  if (!decoded.ok) throw new Error(decoded.reason);
  return decoded.exercise;
}

async function* answered(page: Page, mode: Mode): AsyncGenerator<Scene> {
  const last = page.getByRole('region', { name: 'Your last try' });
  switch (mode) {
    case 'write':
    case 'repair':
      await submitCode(page, source(FILES, 'insecure.py'));
      await last.getByText('Vulnerable').first().waitFor({ timeout: 60_000 });
      yield { name: `exercise-${mode}-vulnerable` };
      await submitCode(page, source(FILES, 'secure.py'));
      await last.getByText('Secure').first().waitFor({ timeout: 60_000 });
      yield { name: `exercise-${mode}-secure` };
      return;
    case 'find':
      await page.getByRole('checkbox', { name: /^Line .*return/ }).check();
      await page.getByRole('radio', { name: /^Path traversal/ }).check();
      await page.getByRole('button', { name: 'Give this answer' }).click();
      yield { name: 'exercise-find-answered' };
      return;
    case 'beat':
      await submitAttack(page, TRAVERSAL_ATTACK.replace('not in', 'in'));
      await last.getByText('Asks too much').first().waitFor({ timeout: 60_000 });
      yield { name: 'exercise-beat-not-beaten' };
      await submitAttack(page, TRAVERSAL_ATTACK);
      await last.getByText('Beaten').first().waitFor({ timeout: 60_000 });
      yield { name: 'exercise-beat-beaten' };
  }
}

async function* classOf(page: Page, site: string, exercise: Exercise): AsyncGenerator<Scene> {
  const results = classResults(exercise, 9);
  const [first, second] = results;
  if (first === undefined || second === undefined) return;
  const forged = {
    ...first,
    student: 'Max',
    answers: first.answers.map((answer) => ({ ...answer, verdict: 'secure' as const })),
  };
  const links = [...results, forged].map(resultLinkOf);
  links.push(`Kim: ${links[0]?.slice(0, -7)}`, resultLinkOf({ ...second, minute: 29_900_100 }));
  await page.goto(`${site}#/class`);
  await page.getByLabel('Result links, in any text').fill(links.join('\n'));
  yield { name: 'class-claimed' };
  await page.getByRole('button', { name: 'Run everything again' }).click();
  await page.getByText('Everything was run again in this browser').waitFor({ timeout: 60_000 });
  await page.getByRole('row', { name: /^Max/ }).getByRole('button').first().click();
  yield { name: 'class-run-again' };
}

/** Exercises as teachers and students see them. */
export const teaching: Album = {
  name: 'teaching',
  async *scenes({ page, site }) {
    for (const mode of MODES) {
      const link = await makeExercise(page, site, mode);
      yield { name: `teach-${mode}` };
      await page.goto(link);
      await page.getByLabel(/^Your name/).fill('Zoë');
      yield { name: `exercise-${mode}` };
      yield* answered(page, mode);
      const result = await page.getByLabel('Result link').inputValue();
      await page.goto(result);
      await page.locator('h1').waitFor();
      yield { name: `result-${mode}` };
      if (mode !== 'repair') continue;
      await page.getByRole('button', { name: 'Run everything again' }).click();
      await page.getByText('Everything was run again in this browser').waitFor({ timeout: 60_000 });
      yield { name: 'result-run-again' };
      yield* classOf(page, site, exerciseOf(link));
    }
    await page.goto(`${site}#/teach`);
    await page.getByLabel('Find', { exact: true }).fill('');
    yield { name: 'teach-all-samples' };
  },
};
