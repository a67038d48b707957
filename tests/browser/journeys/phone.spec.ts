import { expect, type Page, test } from '@playwright/test';
import { siteUrl, waitUntilFinished } from '../support/site.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
test.use(PHONE);

async function expectToFit(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
}

test('on a phone: run the benchmark, read an attempt and its sample, send the link', async ({
  page,
  context,
  browser,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(siteUrl());
  await page.getByRole('button', { name: 'Run the benchmark' }).tap();
  await waitUntilFinished(page);
  const headline = page.getByRole('region', { name: 'Figures' }).getByRole('heading');
  await expect(headline).toContainText('can be exploited');
  const said = await headline.innerText();
  await expectToFit(page);

  await page.getByRole('region', { name: 'Samples' }).getByRole('link').first().tap();
  const tests = page.getByRole('region', { name: 'Tests' });
  await expect(tests).toContainText(/Does it resist\? \d of \d+/);
  await expect(tests).toContainText('Broken');
  await page.getByRole('tab', { name: 'Beside secure' }).tap();
  await expect(page.getByRole('region', { name: 'Secure reference code' })).toBeVisible();
  await expectToFit(page);
  const attempt = page.url();

  await page.getByRole('link', { name: 'About this sample' }).tap();
  const here = page.getByRole('region', { name: 'In your runs' });
  await expect(here.getByRole('row', { name: /^Insecure reference/ })).toContainText('Vulnerable');
  await expectToFit(page);
  await here.getByRole('link', { name: 'Vulnerable' }).tap();
  await expect(page).toHaveURL(attempt);

  await page.getByRole('link', { name: 'Run of Insecure reference' }).tap();
  const sections = page.getByRole('navigation', { name: 'On this page' });
  await sections.getByRole('link', { name: 'Share' }).tap();
  const share = page.getByRole('region', { name: 'Share' });
  await share.getByRole('button', { name: 'Copy' }).tap();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await share.getByRole('button', { name: 'Show as QR code' }).tap();
  const code = page.getByRole('img', { name: 'QR code of the result link' });
  await expect(code).toBeInViewport({ ratio: 1 });
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).tap();

  const other = await (await browser.newContext(PHONE)).newPage();
  await other.goto(link);
  await expect(other.getByRole('heading', { name: said })).toBeVisible();
  await expectToFit(other);
});
