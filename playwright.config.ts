import { defineConfig } from '@playwright/test';
import type { BrowserName } from './tests/sandbox/test-browser.ts';
import { CHROMIUM_FLAGS, findChromium } from './scripts/chromium.mjs';

const executablePath = await findChromium();

export default defineConfig<object, { browserUnderTest: BrowserName }>({
  projects: [
    { name: 'site', testDir: 'tests/browser' },
    { name: 'sandbox', testDir: 'tests/sandbox' },
    {
      name: 'sandbox-firefox',
      testDir: 'tests/sandbox',
      use: { browserUnderTest: 'firefox' },
    },
    { name: 'soak', testDir: 'tests/soak' },
    // Only by npm run test:engines.
    { name: 'engines', testDir: 'tests/engines' },
  ],
  outputDir: 'test-results',
  globalSetup: './tests/browser/global-setup.ts',
  // Two cores: more workers would only make the time limits of the tests lie.
  workers: 1,
  fullyParallel: false,
  timeout: 180_000,
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  use: {
    browserName: 'chromium',
    launchOptions: { executablePath, args: [...CHROMIUM_FLAGS] },
    // Every test has a browser of its own: to keep the site's files in each would only take time.
    serviceWorkers: 'block',
    viewport: { width: 1440, height: 900 },
    // Pictures and snapshots of a page that changes with every attempt make a run three times as slow.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false },
  },
});
