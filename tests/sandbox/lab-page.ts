import { test as base } from '@playwright/test';
import type { TestKind } from '../../src/core/dataset/sample.ts';
import type { Observation, TestResult } from '../../src/core/verdicts/observation.ts';
import type { SandboxJob } from '../../src/run/ports.ts';
import { buildLab } from '../../scripts/dataset/lab.ts';
import { serveFolder } from '../../scripts/serve.mjs';
import { type BrowserName, openBrowser, type TestBrowser, type TestPage } from './test-browser.ts';

interface Options {
  /** Which browser the project tests. */
  readonly browserUnderTest: BrowserName;
}

/** Tests of the sandbox share one lab page: the attempts before must not matter to the next one. */
export const test = base.extend<object, Options & { testBrowser: TestBrowser; lab: Lab }>({
  browserUnderTest: ['chromium', { option: true, scope: 'worker' }],
  testBrowser: [
    async ({ browserUnderTest }, use) => {
      const browser = await openBrowser(browserUnderTest);
      await use(browser);
      await browser.close();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  lab: [
    async ({ testBrowser }, use) => {
      buildLab();
      const server = await serveFolder('.cache/lab', { base: '/any/path/' });
      const page = await testBrowser.newPage();
      await page.goto(`${server.url}lab.html`);
      await page.waitForGlobal('lab');
      await page.evaluate(() => window.lab.prepare(), null);
      await use(new Lab(page, server.url));
      await page.close();
      await server.close();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
});

/** The sandbox in its page, as the tests see it. */
export class Lab {
  constructor(
    readonly page: TestPage,
    readonly url: string,
  ) {}

  run(job: SandboxJob): Promise<Observation> {
    return this.page.evaluate((given) => window.lab.run(given), job);
  }

  /** Runs several at once. */
  runAll(jobs: readonly SandboxJob[]): Promise<Observation[]> {
    return this.page.evaluate((given) => window.lab.runAll(given), jobs);
  }

  /** Runs code against the body of one test; gives the test's result or how the attempt ended. */
  async result(code: string, body: string, limits = LIMITS): Promise<TestResult | Observation> {
    const observation = await this.run({ ...job(code, { test_functional_it: body }), limits });
    return observation.kind === 'tested'
      ? (observation.outcomes[0]?.result ?? observation)
      : observation;
  }
}

const LIMITS = { loadMs: 5000, testMs: 3000 };

/** A test gets those that its body names. */
const FIXTURES = [
  'candidate',
  'module',
  'tmp_path',
  'shell',
  'network',
  'clock',
  'entropy',
  'recipes',
];

/** A job from code and the bodies of its tests; the entry point is `f`. */
export function job(code: string, bodies: Readonly<Record<string, string>>): SandboxJob {
  const tests = Object.entries(bodies).map(([name, body]) => {
    const indented = body.trim().replaceAll('\n', '\n    ');
    const parameters = FIXTURES.filter((fixture) => new RegExp(`\\b${fixture}\\b`).test(body));
    return `def ${name}(${parameters.join(', ')}):\n    "A test."\n    ${indented}\n`;
  });
  return {
    code,
    entryPoint: 'f',
    tests: `from harness import attack, plain, raises\n\n\n${tests.join('\n\n')}`,
    testInfos: Object.keys(bodies).map((name) => ({
      name,
      kind: name.split('_')[1] as TestKind,
      doc: 'A test.',
    })),
    limits: LIMITS,
    seed: 7,
  };
}

/** The status of every test, by name. */
export function statuses(observation: Observation): Record<string, string> {
  if (observation.kind !== 'tested') return { '': observation.kind };
  return Object.fromEntries(observation.outcomes.map(({ name, result }) => [name, result.status]));
}
