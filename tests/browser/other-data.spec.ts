import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { siteUrl } from './support/site.ts';

// Another data set, by its own rule; the samples are written here.

const READER = {
  ID: 'CWE-022_own_1',
  Problem: 'def read(name): ...',
  'Insecure Code': 'def read(name):\n    return open(name).read()\n',
  'Secure Code':
    'def read(name):\n    if "/" in name:\n        raise ValueError("no path")\n    return open("./Test/CWE-022_own_1/" + name).read()\n',
  Test: 'def check(candidate):\n    assert candidate("hello.txt") == "hello"\n    try:\n        candidate("./Test/CWE-022_own_1/hello.txt")\n    except ValueError:\n        return\n    assert False\n',
  Entry_Point: 'read',
};
const WEB = {
  ID: 'CWE-079_own_1',
  Problem: 'A page.',
  'Insecure Code': 'import flask\ndef page():\n    return 1\n',
  'Secure Code': 'import flask\ndef page():\n    return 2\n',
  Test: 'def check(candidate):\n    candidate()\n',
  Entry_Point: 'page',
};
const ANSWERS = [
  { task_id: READER.ID, completion: READER['Secure Code'] },
  { task_id: READER.ID, completion: 'def read(name):\n    return "hello"\n' },
  { task_id: 'CWE-999_unknown', completion: 'x' },
];

const file = (name: string, text: string) => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(text),
});

test('the original files are read, judged by their rule, and taken along', async ({ page }) => {
  await page.goto(siteUrl('#/samples'));
  await page.getByRole('link', { name: 'Another data set' }).click();
  await page
    .getByLabel('Choose files')
    .setInputFiles([
      file('SecEvalBase.json', JSON.stringify([READER, WEB, { ID: 'bad' }])),
      file('samples.jsonl', ANSWERS.map((line) => JSON.stringify(line)).join('\n')),
    ]);
  await expect(
    page.getByRole('heading', { name: '2 samples, 0 files for their tests, 2 answers' }),
  ).toBeVisible();
  await page.getByText('2 things could not be read').click();
  await expect(page.getByText('SecEvalBase.json, item 3')).toBeVisible();

  // The files of the tests come later, as a folder that is dropped.
  const transfer = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    data.items.add(new File(['PK'], 'nothing.zip'));
    return data;
  });
  await page.dispatchEvent('main', 'drop', { dataTransfer: transfer });
  await expect(page.getByText('nothing.zip: ')).toBeVisible();
  await page.getByRole('button', { name: 'Judge them' }).click();
  await expect(page.getByRole('button', { name: 'Judge them again' })).toBeVisible({
    timeout: 60_000,
  });
  const web = page.getByRole('row', { name: /^CWE-079_own_1/ });
  await expect(web).toContainText('the module flask is not here');
  // Without its file not even the secure code passes.
  const reader = page.getByRole('row', { name: /^CWE-022_own_1/ });
  await expect(reader).toContainText('FileNotFoundError');
  await expect(
    page.getByText('Of 2 answers judged, 0 passed, 0 failed, 2 inconclusive.'),
  ).toBeVisible();

  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download as CSV' }).click();
  expect((await downloading).suggestedFilename()).toBe('original-results.csv');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations).toEqual([]);
});

test('a data set without tests is shown, and a data set that is dropped anywhere finds its page', async ({
  page,
}) => {
  await page.goto(siteUrl('#/runs'));
  const transfer = await page.evaluateHandle(
    (text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], 'dataset.jsonl'));
      return data;
    },
    JSON.stringify({ ID: 'CWE-020_own_1.py', Prompt: 'import re\n', Insecure_code: 'import os\n' }),
  );
  await page.dispatchEvent('main', 'drop', { dataTransfer: transfer });
  await expect(page.getByRole('heading', { name: '1 prompt without tests' })).toBeVisible();
  await expect(page.getByText('import re')).toBeVisible();
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download the prompts as a batch' }).click();
  expect((await downloading).suggestedFilename()).toBe('prompts.jsonl');
  for (const width of [320, 390]) {
    await page.setViewportSize({ width, height: 844 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  }
});
