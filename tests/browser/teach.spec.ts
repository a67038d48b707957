import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { decodeResult } from '../../src/core/share/index.ts';
import type { ExerciseResult, Mode } from '../../src/core/teach/exercise.ts';
import type { Verdict } from '../../src/core/verdicts/verdict.ts';
import {
  payloadOf,
  resultLinkOf,
  SAMPLE_IDS,
  source,
  TRAVERSAL_ATTACK,
} from './support/exercises.ts';
import { siteUrl, submitAttack, submitCode } from './support/site.ts';

const FILES = 'CWE-022/lab-report-reader';

/** What a teacher does: chooses samples by their titles, a mode and a title, and takes the link. */
async function makeExercise(page: Page, mode: Mode, titles: readonly string[]): Promise<string> {
  await page.goto(siteUrl('#/teach'));
  for (const title of titles) {
    await page.getByLabel('Find', { exact: true }).fill(title);
    await page.getByRole('checkbox', { name: title }).check();
  }
  await page.locator(`input[name=mode][value=${mode}]`).check();
  await page.getByLabel('Title, as students see it').fill('Week 3');
  return page.getByLabel('Exercise link').inputValue();
}

async function paste(page: Page, text: string): Promise<void> {
  await page.goto(siteUrl('#/class'));
  await page.getByLabel('Result links, in any text').fill(text);
}

async function runEverything(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Run everything again' }).click();
  await expect(page.getByText('Everything was run again in this browser')).toBeVisible({
    timeout: 60_000,
  });
}

/** Axe finds nothing serious in either scheme, and nothing is wider than a phone. */
async function expectReadable(page: Page): Promise<void> {
  const size = page.viewportSize();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    // Axe doesn't see that the editor's text, which takes the focus, scrolls with the keys.
    const { violations } = await new AxeBuilder({ page }).exclude('.editor').analyze();
    const serious = violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    expect(serious).toEqual([]);
  }
  for (const width of [320, 390]) {
    await page.setViewportSize({ width, height: 844 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  }
  if (size !== null) await page.setViewportSize(size);
}

test('a student beats insecure code with an input, and the class page tries it again', async ({
  page,
  browser,
}) => {
  const link = await makeExercise(page, 'beat', ['Lab report by name']);
  const student = await (await browser.newContext()).newPage();
  await student.goto(link);
  await student.getByLabel(/^Your name/).fill('Ada');
  await student.getByRole('button', { name: 'Run the attack' }).click();
  const last = student.getByRole('region', { name: 'Your last try' });
  await expect(last).toContainText('Not beaten yet', { timeout: 60_000 });

  await submitAttack(student, TRAVERSAL_ATTACK.replace('assert secret not in', 'assert secret in'));
  await expect(last).toContainText('Asks too much', { timeout: 30_000 });
  await submitAttack(student, TRAVERSAL_ATTACK.replace('security_attack', 'mine'));
  await expect(last).toContainText('Keep the function', { timeout: 30_000 });
  await submitAttack(student, TRAVERSAL_ATTACK.replace('outcome =', 'outcome'));
  await expect(last).toContainText('SyntaxError', { timeout: 30_000 });
  await submitAttack(student, TRAVERSAL_ATTACK);
  await expect(last).toContainText('Beaten', { timeout: 30_000 });
  await expect(last.getByRole('row', { name: /^Insecure program failed/ })).toContainText(
    'positive',
  );
  await expectReadable(student);
  const result = await student.getByLabel('Result link').inputValue();
  const decoded = decodeResult(payloadOf(result), SAMPLE_IDS);
  if (!decoded.ok) throw new Error(decoded.reason);

  const forged = resultLinkOf({
    exercise: decoded.result.exercise,
    student: 'Mallory',
    minute: 29_000_000,
    answers: [
      {
        kind: 'attack',
        sampleId: FILES,
        tries: 1,
        outcome: 'beaten',
        code: TRAVERSAL_ATTACK.replace('../p-0002/', ''),
      },
    ],
  });
  await paste(page, `${result}\n${forged}`);
  await runEverything(page);
  await expect(page.getByText('1 verified, 1 does not match')).toBeVisible();
  await expect(page.getByRole('row', { name: /^Mallory/ })).toContainText('Not beaten yet');
  await page
    .getByRole('row', { name: /^Ada/ })
    .getByRole('button', { name: /Beaten/ })
    .click();
  await expect(page.getByRole('region', { name: 'How the attack went here' })).toContainText(
    'Insecure program',
  );
  await expectReadable(page);
  await student.context().close();
});

test('a teacher sends an exercise, a student solves it, the class page finds out what is true', async ({
  page,
  browser,
}) => {
  const exercise = await makeExercise(page, 'repair', ['Lab report by name']);
  await expectReadable(page);

  const student = await (await browser.newContext()).newPage();
  await student.goto(exercise);
  await expect(student.getByRole('heading', { level: 1, name: 'Week 3' })).toBeVisible();
  await expect(student.getByText('List of the tests: after 3 more tries')).toBeVisible();
  await student.getByLabel(/^Your name/).fill('Zoë');
  await student.getByRole('button', { name: 'Run the tests' }).click();
  const last = student.getByRole('region', { name: 'Your last try' });
  await expect(last).toContainText('Vulnerable', { timeout: 60_000 });
  const vulnerable = await student.getByLabel('Result link').inputValue();
  await expect(student.getByText('List of the tests: after 2 more tries')).toBeVisible();
  await submitCode(student, source(FILES, 'secure.py'));
  await expect(last).toContainText('Secure');
  await expect(student.getByText('List of the tests', { exact: true })).toBeVisible();
  await expectReadable(student);
  const secure = await student.getByLabel('Result link').inputValue();

  // Name, draft and answer outlive a reload; a worse try doesn't replace a secure answer.
  await student.locator('.cm-content').click();
  await student.keyboard.press('ControlOrMeta+End');
  await student.keyboard.insertText('# a draft');
  await student.reload();
  await expect(student.locator('.cm-content')).toContainText('# a draft');
  await expect(student.getByLabel(/^Your name/)).toHaveValue('Zoë');
  await expect(student.getByLabel('Result link')).toHaveValue(/#\/a\//);
  await submitCode(student, source(FILES, 'insecure.py'));
  await expect(last).toContainText('Vulnerable');
  await expect(student.getByText('Your secure answer of before stays')).toBeVisible();

  // Opening a result runs nothing until that is asked for.
  await page.goto(secure);
  await expect(page.getByText('Not run here')).toBeVisible();
  await runEverything(page);
  await expect(page.getByText('Verified', { exact: true })).toBeVisible();
  await expectReadable(page);

  const decoded = decodeResult(payloadOf(secure), SAMPLE_IDS);
  if (!decoded.ok) throw new Error(decoded.reason);
  const forged = (name: string, verdict: Verdict, file: string): string => {
    const { result } = decoded;
    const answers = result.answers.map((answer) => ({
      ...answer,
      verdict,
      code: source(FILES, file),
    }));
    return resultLinkOf({ ...result, student: name, answers } as ExerciseResult);
  };
  await paste(
    page,
    [
      `Zoë\t${secure}`,
      `Max: ${forged('Max', 'secure', 'insecure.py')}`,
      `Ida: ${forged('Ida', 'vulnerable', 'secure.py')}`,
      `Kim: ${secure.slice(0, -7)}`,
      `Zoë again, from before: ${vulnerable}`,
      `what is this? ${exercise}`,
    ].join('\n'),
  );
  const row = (name: string) => page.getByRole('row', { name: new RegExp(`^${name}`) });
  await expect(row('Zoë')).toContainText('Not run here');
  await runEverything(page);
  await expect(row('Zoë')).toContainText('Secure Verified');
  await expect(row('Max')).toContainText('Vulnerable Does not match Claimed: secure');
  await expect(row('Ida')).toContainText('Secure Does not match Claimed: vulnerable');
  const trouble = page.getByRole('region', { name: '2 links not taken' });
  await expect(trouble).toContainText('Line 4 (“Kim:”): This link is cut off');
  await expect(trouble).toContainText('This is the link of an exercise');
  await expect(page.getByRole('region', { name: 'Several links under one name' })).toContainText(
    'Zoë',
  );
  await row('Max').getByRole('button').click();
  await expect(page.getByRole('region', { name: /^Max/ })).toContainText('This does not hold');
  await expectReadable(page);
});

test('a student names a weakness and marks a line, and sees what the secure code changes', async ({
  page,
}) => {
  await page.goto(await makeExercise(page, 'find', ['Lab report by name']));
  await page.getByLabel(/^Your name/).fill('Zoë');
  const give = page.getByRole('button', { name: 'Give this answer' });
  await expect(give).toBeDisabled();
  await page.getByRole('checkbox', { name: /^Line .*return/ }).check();
  await page.getByRole('radio', { name: /^Path traversal/ }).check();
  await expectReadable(page);
  await give.click();
  const answered = page.getByRole('region', { name: /^The answer to Lab report/ });
  await expect(answered).toContainText('Found');
  await expectReadable(page);
  await page.reload();
  await expect(answered).toContainText('Found');
  const link = await page.getByLabel('Result link').inputValue();
  await paste(page, link);
  await expect(page.getByRole('row', { name: /^Zoë/ })).toContainText('Found');

  await page.goto(siteUrl(`#/x/abc`));
  await expect(page.getByRole('heading', { name: 'This link is cut off' })).toBeVisible();
  await page.goto(siteUrl(`#/a/${payloadOf(link).replace(/.$/, '!')}`));
  await expect(page.getByRole('heading', { name: 'This link is damaged' })).toBeVisible();
});
