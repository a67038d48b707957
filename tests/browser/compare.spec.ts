import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { siteUrl, startRun, waitUntilFinished } from './support/site.ts';

test('two runs are compared, and the link shows the same elsewhere', async ({ page, browser }) => {
  await startRun(page, { model: 'insecure', samples: 'quick', attempts: 1 });
  await waitUntilFinished(page);
  await startRun(page, { model: 'secure', samples: 'quick', attempts: 1 });
  await waitUntilFinished(page);

  await page.goto(siteUrl('#/runs'));
  await page.getByRole('checkbox', { name: /Insecure reference/ }).check();
  await expect(page.getByText('Tick two or more runs')).toBeVisible();
  await page.getByRole('checkbox', { name: /Secure reference/ }).check();
  await page.getByRole('link', { name: 'Compare 2 runs' }).click();

  const second = page.getByRole('region', { name: /^Secure reference/ });
  await expect(second.getByText(/is more often secure/)).toBeVisible();
  // Every sample changed from vulnerable to secure.
  await expect(second.getByText(/\+100 points/)).toBeVisible();
  await expect(second.getByText(/McNemar’s exact test, p < 0.001/)).toBeVisible();
  const said = await second.innerText();

  const link = await page.getByLabel('Link of the comparison').inputValue();
  const elsewhere = await (await browser.newContext()).newPage();
  await elsewhere.goto(link);
  const there = elsewhere.getByRole('region', { name: /^Secure reference/ });
  await expect(there.getByText(/McNemar’s exact test/)).toBeVisible();
  await expect(elsewhere.getByText('Reported, not verified')).toBeVisible();
  await expect(page.getByText('Reported, not verified')).toHaveCount(0);
  expect(await there.innerText()).toBe(said);
});

test('strategies of one model stand side by side, and any of them can be the first', async ({
  page,
}) => {
  for (const [strategy, seed] of [
    ['plain', 1],
    ['security-reminder', 2],
    ['vulnerability-aware', 3],
  ] as const) {
    await startRun(page, { model: 'mix', samples: 'cwe', attempts: 2, strategy, seed });
    await waitUntilFinished(page);
  }
  await page.goto(siteUrl('#/runs'));
  await expect(page.getByRole('checkbox')).toHaveCount(3);
  for (const box of await page.getByRole('checkbox').all()) await box.check();
  await page.getByRole('link', { name: 'Compare 3 runs' }).click();

  // Runs are called by what tells them apart.
  const plain = page.getByRole('region', { name: 'Plain', exact: true });
  await expect(plain.getByText(/secure-pass:/)).toBeVisible();
  await expect(page.getByRole('figure', { name: /^Side by side/ })).toBeVisible();
  const differing = page.getByRole('region', { name: 'Verdicts by sample and run' });
  await expect(differing.getByRole('columnheader')).toHaveText([
    'Sample',
    'Vulnerability-aware',
    'Security reminder',
    'Plain',
  ]);
  const table = page.getByRole('region', { name: 'Strategies and tasks' });
  await expect(table.getByRole('rowheader')).toHaveText([
    'Plain',
    'Vulnerability-aware',
    'Security reminder',
  ]);
  await expect(table.getByText(/ points from plain/)).toHaveCount(2);
  await expect(table.getByText('tells the weakness')).toHaveCount(1);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);

  await page.getByRole('button', { name: 'Compare the others with Plain' }).click();
  await expect(differing.getByRole('columnheader').nth(1)).toHaveText('Plain');
  await expect(plain.getByText(/secure-pass:/)).toHaveCount(0);
  await page.getByRole('button', { name: 'Remove Security reminder' }).click();
  await expect(page.getByRole('region', { name: 'Security reminder' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Remove/ })).toHaveCount(0);
});
