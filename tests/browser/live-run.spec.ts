import { expect, type Page, test } from '@playwright/test';
import { startRun, waitUntilFinished } from './support/site.ts';

interface Noted {
  asked: number;
  shown: string[];
  held: number;
}
const noted = (page: Page): Promise<Noted> =>
  page.evaluate(() => (window as unknown as { noted: Noted }).noted);

/** A browser in which nobody looks at the page, and which notes what the page asks of it. */
async function noteCalls(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const noted = { asked: 0, shown: [] as string[], held: 0 };
    const FakeNotification = Object.assign(
      function (title: string, { body }: { body: string }) {
        noted.shown.push(`${title}. ${body}`);
      },
      {
        permission: 'default',
        async requestPermission() {
          noted.asked += 1;
          return (FakeNotification.permission = 'granted');
        },
      },
    );
    Object.assign(window, { noted, Notification: FakeNotification });
    document.hasFocus = () => false;
    Object.defineProperty(navigator, 'wakeLock', {
      value: {
        request: async () => {
          noted.held += 1;
          return { release: async () => void (noted.held -= 1) };
        },
      },
    });
  });
}

test('a run keeps the screen on, says how fast it is, can be paused, and calls when it is done', async ({
  page,
}) => {
  await noteCalls(page);
  await startRun(page, { model: 'mix', samples: 'quick', attempts: 3 });
  await expect.poll(async () => (await noted(page)).held).toBe(1);
  expect((await noted(page)).asked).toBe(0);
  await page.getByRole('checkbox', { name: 'Notify me when it is done' }).check();
  await expect(page.getByText(/\d+ attempts a minute/)).toBeVisible();

  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  await expect(page.getByText('Paused')).toBeVisible();
  await expect.poll(async () => (await noted(page)).held).toBe(0);
  // Whoever pauses knows.
  expect((await noted(page)).shown).toEqual([]);

  await page.getByRole('button', { name: 'Resume', exact: true }).click();
  await waitUntilFinished(page);
  await expect
    .poll(() => noted(page))
    .toEqual({
      asked: 1,
      shown: [expect.stringMatching(/^The run is finished\. Seeded mix: \d+ attempts\.$/)],
      held: 0,
    });
});

test('whoever refuses notifications is told, and not asked again', async ({ page }) => {
  await page.addInitScript(() => {
    const Notification = { permission: 'default', requestPermission: async () => 'denied' };
    Object.assign(window, { Notification });
  });
  await startRun(page, { model: 'mix', samples: 'quick', attempts: 5 });
  const box = page.getByRole('checkbox', { name: 'Notify me when it is done' });
  await box.click();
  await expect(box).not.toBeChecked();
  await expect(box).toBeDisabled();
  await expect(page.getByText(/notifications of this site are blocked/)).toBeVisible();
});
