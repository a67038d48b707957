import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { figuresText, siteUrl, startRun, waitUntilFinished } from './support/site.ts';

test.setTimeout(300_000);

/** Makes a finished run and returns its link and the text of its figures. */
async function sharedRun(page: Page): Promise<{ link: string; figures: string }> {
  await startRun(page, { model: 'mix', samples: 'all', attempts: 1, seed: 3 });
  await waitUntilFinished(page);
  const link = await page.getByLabel('Result link').inputValue();
  return { link, figures: await figuresText(page) };
}

test('a result link shows the same figures in another browser', async ({ page, browser }) => {
  const { link, figures } = await sharedRun(page);
  expect(link.length).toBeLessThan(2000);
  const elsewhere = await (await browser.newContext()).newPage();
  await elsewhere.goto(link);
  await expect(elsewhere.getByText('Reported, not verified.')).toBeVisible();
  expect(await figuresText(elsewhere)).toBe(figures);

  // Hostile and broken links say what is wrong, and never run anything.
  const payload = link.slice(link.indexOf('#/r/') + '#/r/'.length);
  const open = async (text: string): Promise<void> => {
    await elsewhere.goto('about:blank');
    await elsewhere.goto(siteUrl(`#/r/${text}`));
  };
  const middle = payload.charAt(20) === 'A' ? 'B' : 'A';
  await open(payload.slice(0, 20) + middle + payload.slice(21));
  await expect(elsewhere.getByRole('heading', { name: 'This link is damaged' })).toBeVisible();
  await open(payload.slice(0, -9));
  await expect(elsewhere.getByRole('heading', { name: 'This link is cut off' })).toBeVisible();
  await open('A'.repeat(50_000));
  await expect(elsewhere.getByRole('heading', { name: 'This link is too long' })).toBeVisible();
  await open('%F0%9F%92%A9<script>alert(1)');
  await expect(elsewhere.getByRole('heading', { name: /^This link is/ })).toBeVisible();
});

test('a result is shared as a code to scan and as a picture', async ({ page, browser }) => {
  await startRun(page, { model: 'mix', samples: 'cwe', attempts: 2 });
  await waitUntilFinished(page);
  const share = page.getByRole('region', { name: 'Share' });
  await share.getByRole('button', { name: 'Show as QR code' }).click();
  const dialog = page.getByRole('dialog', { name: 'Scan the result link' });
  await expect(dialog.getByRole('img', { name: 'QR code of the result link' })).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await page.keyboard.press('Escape');

  const download = page.waitForEvent('download');
  await share.getByRole('button', { name: 'Save the picture as PNG' }).click();
  const picture = readFileSync(await (await download).path());
  // Width and height stand behind the head of a PNG.
  expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([2400, 1260]);

  // Whoever gets the link can pass it on in the same ways.
  const link = await share.getByLabel('Result link').inputValue();
  const elsewhere = await (await browser.newContext()).newPage();
  await elsewhere.goto(link);
  const there = elsewhere.getByRole('region', { name: 'Share' });
  expect(await there.getByLabel('Result link').inputValue()).toBe(link);
  await expect(there.getByRole('figure', { name: /^Picture of the result/ })).toBeVisible();
});
