import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { siteUrl, startRun, waitUntilFinished } from './support/site.ts';

async function expectNothingSerious(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  expect(serious).toEqual([]);
}

const PAGES: readonly (readonly [name: string, hash: string, heading: RegExp])[] = [
  ['home', '', /How secure is the Python/],
  ['set-up', '#/new', /New run/],
  ['answers from elsewhere', '#/new?model=imported', /New run/],
  ['runs', '#/runs', /Runs/],
  ['storage', '#/storage', /Storage/],
  ['samples', '#/samples', /Samples/],
  ['one sample', '#/samples/CWE-022/lab-report-reader', /Lab report/],
  ['teach', '#/teach', /Teach/],
  ['class', '#/class', /Class/],
  ['help', '#/help', /Help/],
  ['about', '#/about', /About/],
  ['a damaged link', '#/r/abc', /link/i],
  ['no such page', '#/nowhere', /page/i],
];

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    for (const [name, hash, heading] of PAGES) {
      test(`axe finds nothing serious: ${name}`, async ({ page }) => {
        await page.goto(siteUrl(hash));
        await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
        await expectNothingSerious(page);
      });
    }

    test('axe finds nothing serious: a finished run and one of its attempts', async ({ page }) => {
      await startRun(page, { model: 'insecure', samples: 'cwe' });
      await waitUntilFinished(page);
      await expectNothingSerious(page);
      await page.locator('table a[href*="/runs/"]').first().click();
      await expect(page.getByRole('region', { name: 'Tests' })).toBeVisible();
      await expectNothingSerious(page);
    });
  });
}
