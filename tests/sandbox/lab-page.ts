import { execFileSync } from 'node:child_process';
import { test as base, type Page } from '@playwright/test';
import type { TestKind } from '../../src/core/dataset/sample.ts';
import type { Observation, TestResult } from '../../src/core/verdicts/observation.ts';
import type { SandboxJob } from '../../src/run/ports.ts';
import { serveFolder } from '../../scripts/serve.mjs';

/** Tests of the sandbox share one lab page: the attempts before must not matter to the next one. */
export const test = base.extend<object, { lab: Lab }>({
  lab: [
    async ({ browser }, use) => {
      execFileSync(
        'npx',
        ['vite', 'build', '--logLevel', 'error', '-c', 'scripts/lab/vite.config.ts'],
        { stdio: 'inherit' },
      );
      const server = await serveFolder('.cache/lab', { base: '/any/path/' });
      const page = await browser.newPage();
      const requests: string[] = [];
      page.on('request', (request) => requests.push(request.url()));
      await page.goto(`${server.url}lab.html`);
      await page.waitForFunction(() => window.lab !== undefined);
      await page.evaluate(() => window.lab.prepare());
      await use(new Lab(page, server.url, requests));
      await page.close();
      await server.close();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
});

/** The sandbox in its page, as the tests see it. */
export class Lab {
  constructor(
    readonly page: Page,
    readonly url: string,
    /** URLs that the page or anything in it has asked for. */
    readonly requests: readonly string[],
  ) {}

  run(job: SandboxJob): Promise<Observation> {
    return this.page.evaluate((given) => window.lab.run(given), job);
  }

  /** Runs several at once. */
  runAll(jobs: readonly SandboxJob[]): Promise<Observation[]> {
    return this.page.evaluate(
      (given) => Promise.all(given.map((job) => window.lab.run(job))),
      jobs,
    );
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
