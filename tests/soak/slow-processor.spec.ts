import { expect, type Page, test } from '@playwright/test';
import { buildDataset } from '../../scripts/build/dataset-asset.ts';
import { burnProcessors } from '../../scripts/dataset/burn-processors.ts';
import { statuses } from '../../scripts/dataset/judge-programs.ts';
import { buildLab } from '../../scripts/dataset/lab.ts';
import { serveFolder } from '../../scripts/serve.mjs';
import type { SandboxJob } from '../../src/run/ports.ts';
import { holdUp, openOwnBrowser, type OwnBrowser } from './browser-processes.ts';

// A quarter of the processor, and the other core busy: the verdicts must be those of an idle machine.
// DevTools' throttling is no help, since it leaves out workers.

test.skip(process.platform !== 'linux', 'processes are held up by signals and read from /proc');
test.setTimeout(3_600_000);

/** Every third sample: all kinds of work are among them. */
const samples = buildDataset('dataset').samples.filter((_, index) => index % 3 === 0);
const jobs: SandboxJob[] = samples.flatMap((sample) =>
  [sample.secureCode, sample.insecureCode].map((code) => ({
    code,
    entryPoint: sample.entryPoint,
    tests: sample.tests,
    testInfos: sample.testInfos,
    limits: sample.limits,
    seed: 1,
  })),
);

let own: OwnBrowser;
let page: Page;

test.beforeAll(async () => {
  buildLab();
  const server = await serveFolder('.cache/lab');
  own = await openOwnBrowser();
  page = await own.browser.newPage();
  await page.goto(`${server.url}lab.html`);
  await page.waitForFunction(() => window.lab !== undefined);
  await page.evaluate(() => window.lab.prepare());
});
test.afterAll(() => own.close());

async function verdicts(): Promise<string[]> {
  const seen = [];
  for (const job of jobs)
    seen.push(statuses(await page.evaluate((given) => window.lab.run(given), job)));
  return seen;
}

/**
 * Milliseconds of a piece of Python that does nothing but count, on the page's clock; long beside the period
 * in which processes are held up.
 */
async function counting(): Promise<number> {
  const code = 'def f():\n    n = 0\n    for i in range(12_000_000): n += i\n    return n\n';
  const job: SandboxJob = {
    code,
    entryPoint: 'f',
    tests: 'def test_functional_it(candidate):\n    "Counts."\n    assert candidate() > 0\n',
    testInfos: [{ name: 'test_functional_it', kind: 'functional', doc: 'Counts.' }],
    limits: { loadMs: 60_000, testMs: 60_000 },
    seed: 1,
  };
  const timing = await page.evaluate((given) => window.lab.time([given, given, given], 1), job);
  return Math.min(...timing.attemptMs);
}

test('verdicts are the same with a quarter of the processor and the rest busy', async () => {
  const idle = await verdicts();
  const fast = await counting();
  const release = holdUp(own, 0.25);
  const stopBurning = burnProcessors();
  try {
    const slow = await counting();
    console.log(`the same Python: ${fast.toFixed(0)} ms idle, ${slow.toFixed(0)} ms held up`);
    expect(slow / fast).toBeGreaterThan(3);
    expect(await verdicts()).toEqual(idle);
  } finally {
    await release();
    stopBurning();
  }
});
