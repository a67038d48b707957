import { expect, test, type Page } from '@playwright/test';
import { exportedRun, siteUrl, startRun, waitUntilFinished } from './support/site.ts';

test('without a model of its own the browser says in a sentence why not', async ({ page }) => {
  await page.goto(siteUrl('#/new?model=built-in'));
  await page.locator('input[type=radio][name=provider][value="built-in"]').check();
  await expect(page.getByText(/brings no language model along|not on this device/)).toBeVisible();
});

/** A fake of the browser's language model, which answers every question alike. */
async function withFakeModel(page: Page, answer: string): Promise<void> {
  await page.addInitScript((text) => {
    const session = () => ({
      promptStreaming: () =>
        new ReadableStream({
          start(controller) {
            controller.enqueue(text.slice(0, 10));
            controller.enqueue(text.slice(10));
            controller.close();
          },
        }),
      destroy: () => undefined,
    });
    Object.assign(window, {
      LanguageModel: { availability: async () => 'available', create: async () => session() },
    });
  }, answer);
}

test('with one, a run goes to its verdicts, and says what the model can’t do', async ({ page }) => {
  await withFakeModel(page, '```python\nraise SystemExit\n```');
  await page.goto(siteUrl('#/new'));
  await page.locator('input[type=radio][name=provider][value="built-in"]').check();
  await expect(page.getByText('This model has no temperature.')).toBeVisible();
  await startRun(page, { provider: 'built-in', samples: 'one' });
  await waitUntilFinished(page);
  const { run, attempts } = await exportedRun(page);
  expect(run.provenance?.engine).toMatch(/^Prompt API of /);
  expect(attempts.map(({ verdict }) => verdict)).toEqual(['invalid']);
});
