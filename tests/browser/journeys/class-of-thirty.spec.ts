import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { decodeExercise } from '../../../src/core/share/index.ts';
import type { Exercise, ExerciseResult } from '../../../src/core/teach/exercise.ts';
import { classResults } from '../support/class.ts';
import { payloadOf, resultLinkOf, SAMPLE_IDS, source } from '../support/exercises.ts';
import { siteUrl } from '../support/site.ts';

const FILES = 'CWE-022/lab-report-reader';
const SQL = 'CWE-089/leaderboard-sort-column';

async function makeExercise(page: Page): Promise<Exercise> {
  await page.goto(siteUrl());
  await page.getByRole('link', { name: 'Teach a class' }).click();
  for (const title of ['Lab report by name', 'Leaderboard with a chosen order']) {
    await page.getByLabel('Find', { exact: true }).fill(title);
    await page.getByRole('checkbox', { name: title }).check();
  }
  await page.getByRole('radio', { name: /^Write the code/ }).check();
  await page.getByLabel('Title, as students see it').fill('Week 3');
  const link = await page.getByLabel('Exercise link').inputValue();
  const decoded = decodeExercise(payloadOf(link), SAMPLE_IDS);
  if (!decoded.ok) throw new Error(decoded.reason);
  return decoded.exercise;
}

/** Other code in the place of the student's, which the link still calls secure. */
function withOtherCode(result: ExerciseResult): string {
  const answers = result.answers.map((answer) => ({
    ...answer,
    verdict: 'secure' as const,
    code: source(answer.sampleId, 'insecure.py'),
  }));
  return resultLinkOf({ ...result, answers } as ExerciseResult);
}

/** The student's own code with a better verdict. */
function withOtherVerdict(result: ExerciseResult): string {
  const answers = result.answers.map((answer) => ({ ...answer, verdict: 'secure' as const }));
  return resultLinkOf({ ...result, answers } as ExerciseResult);
}

/** Another name written over the student's, in a link whose checksum is that of the old one. */
function withOtherName(result: ExerciseResult): string {
  const [mine, other] = [result, { ...result, student: 'Student 99' }].map(resultLinkOf);
  if (mine === undefined || other === undefined) throw new Error('no link');
  expect(other.length).toBe(mine.length);
  // The checksum stands at one end of the text, the name near the other.
  const at = [...mine].findIndex((letter, index) => letter !== other[index]);
  const letters = [...mine];
  letters[at] = other[at] ?? '';
  return letters.join('');
}

test('of a class of 30 with three forged links 27 are verified and three are named', async ({
  page,
}) => {
  const exercise = await makeExercise(page);
  const results = classResults(exercise, 30);
  const forge = [
    [4, withOtherCode],
    [9, withOtherVerdict],
    [19, withOtherName],
  ] as const;
  const links = results.map(resultLinkOf);
  for (const [at, forged] of forge) {
    const result = results[at];
    if (result !== undefined) links[at] = forged(result);
  }

  await page.getByRole('link', { name: 'Class page' }).click();
  const lines = links.map((link, at) => `student ${at + 1}: ${link}`);
  await page.getByLabel('Result links, in any text').fill(lines.join('\r\n'));
  await expect(page.getByText('30 result links found, 29 rows in 1 table.')).toBeVisible();
  // A changed name breaks the link; the line says whose it was.
  const trouble = page.getByRole('region', { name: '1 link not taken' });
  await expect(trouble).toContainText('Line 20 (“student 20:”): This link is damaged');

  await page.getByRole('button', { name: 'Run everything again' }).click();
  await expect(page.getByText('54 verified, 4 do not match')).toBeVisible({ timeout: 60_000 });
  const rows = page.getByRole('row', { name: /^Student \d\d/ });
  await expect(rows.filter({ hasText: 'Does not match' })).toHaveCount(2);
  await expect(rows.filter({ hasNotText: 'Does not match' })).toHaveCount(27);
  for (const name of ['Student 05', 'Student 10']) {
    await expect(page.getByRole('row', { name: new RegExp(`^${name}`) })).toContainText(
      'Vulnerable Does not match Claimed: secure',
    );
  }

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download as CSV' }).click();
  const csv = readFileSync(await (await download).path(), 'utf8').split('\r\n');
  const columns = [FILES, SQL].flatMap((id) =>
    ['claimed', 'run again', 'check', 'tries'].map((column) => `${id} ${column}`),
  );
  expect(csv[0]).toBe(`exercise,student,made (UTC),answered,${columns.join(',')}`);
  // The head, 29 students, and what stands behind the last line break.
  expect(csv).toHaveLength(31);
  expect(csv[2]).toBe(
    'Week 3,Student 02,2026-11-06 21:21,2,secure,secure,verified,2,secure,secure,verified,2',
  );
  expect(csv.find((line) => line.includes('Student 10'))).toBe(
    'Week 3,Student 10,2026-11-06 21:29,2,secure,vulnerable,mismatch,3,secure,vulnerable,mismatch,3',
  );
});
