import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { siteUrl, submitCode } from './support/site.ts';

const SAMPLE = 'CWE-022/lab-report-reader';
const source = (path: string): string => readFileSync(`dataset/${SAMPLE}/${path}`, 'utf8');

test.setTimeout(300_000);

async function tryIt(page: Page): Promise<void> {
  await page.goto(siteUrl(`#/samples/${SAMPLE}`));
  await page.getByRole('button', { name: 'Write it as a run' }).click();
  await expect(page).toHaveURL(/#\/runs\/\w+$/);
  await expect(page.locator('.cm-content')).toBeVisible();
}

/** The verdict that the page shows for the last answer. */
function verdict(page: Page): ReturnType<Page['getByRole']> {
  return page.getByRole('region', { name: 'Your last answer' });
}

test('a half fix shows which exploits still work', async ({ page }) => {
  await tryIt(page);
  await submitCode(page, source('variants/insecure_startswith.py'));
  await expect(verdict(page)).toContainText('Vulnerable', { timeout: 60_000 });
  await expect(verdict(page)).toContainText(
    "A folder whose name merely begins with the patient's number isn't the patient's.",
  );
});

const HOSTILE: readonly (readonly [name: string, code: string, verdict: RegExp])[] = [
  ['an endless loop', 'while True: pass\n', /Invalid/],
  [
    'a catastrophic regex',
    "import re\ndef read_report(archive, patient_id, name):\n    re.match(r'(a+)+$', 'a' * 60 + 'b')\n",
    /Incorrect/,
  ],
  [
    'a way to the page by js',
    'import js\njs.fetch("/")\ndef read_report(*a):\n    return js.document.title\n',
    /Invalid|Incorrect/,
  ],
  [
    'a look into the storage',
    'from pyodide.code import run_js\nrun_js(\'indexedDB.open("runs")\')\ndef read_report(*a): pass\n',
    /Invalid|Incorrect/,
  ],
  [
    'code that fills the memory',
    'def read_report(*a):\n    x = []\n    while True: x.append(bytearray(1 << 24))\n',
    /Incorrect/,
  ],
  [
    'code that claims to have passed',
    'import sys\ndef read_report(*a): sys.exit(0)\n',
    /Incorrect/,
  ],
];

for (const [name, code, expected] of HOSTILE) {
  test(`${name} is contained, and the next attempt is judged right`, async ({ page }) => {
    const requests: string[] = [];
    await tryIt(page);
    page.on('request', (request) => requests.push(request.url()));
    await submitCode(page, code);
    await expect(verdict(page)).toContainText(expected, { timeout: 200_000 });
    await page.getByRole('button', { name: 'Try again' }).click();
    await submitCode(page, source('secure.py'));
    await expect(verdict(page)).toContainText('Secure', { timeout: 60_000 });
    const ours = /^blob:|\/assets\/|\/icon\.svg$/;
    expect(requests.filter((url) => !ours.test(url))).toEqual([]);
  });
}
