import { expect, test } from '@playwright/test';
import { startRun, waitUntilFinished } from './support/site.ts';

test('an attempt shows the full answer, the code and the rule that found it', async ({ page }) => {
  await startRun(page, { model: 'secure', samples: 'cwe' });
  await waitUntilFinished(page);
  await page.locator('table a[href*="/runs/"]').first().click();
  await expect(
    page.getByText(
      'Taken from the answer: the block that defines the entry point. Exactly this is run. (Version 2 of the rules)',
    ),
  ).toBeVisible();
  await page.getByRole('tab', { name: 'Full answer' }).click();
  await expect(page.getByRole('region', { name: 'Full answer' })).toContainText('```python');
});
