import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { findTests } from '../../src/core/dataset/test-infos.ts';
import { DEFAULT_LIMITS } from '../../src/core/dataset/sample.ts';
import { type Lab, openLab } from '../../scripts/dataset/lab.ts';

// The fixtures' own tests, in the real sandbox. The same files run under native CPython with
// `npm run dataset:check -- --thorough`.
const FOLDER = 'tests/harness';
let lab: Lab;

/** What must be seen of a small program; more may be there. */
interface OutcomeCase {
  readonly name: string;
  readonly code: string;
  /** Body of the one test. */
  readonly test?: string;
  readonly result?: object;
  readonly loadFailure?: object;
}

test.beforeAll(async () => {
  lab = await openLab();
});
test.afterAll(() => lab.close());

const names = readdirSync(FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

for (const name of names) {
  test(`the fixture tests of ${name} pass in the sandbox`, async () => {
    const code = readFileSync(`${FOLDER}/${name}/candidate.py`, 'utf8');
    const tests = readFileSync(`${FOLDER}/${name}/tests.py`, 'utf8');
    const entryPoint = /^# entry_point: (\w+)$/m.exec(code)?.[1] ?? '';
    const { testInfos, violations } = findTests(tests);
    expect(violations).toEqual([]);
    expect(testInfos.length).toBeGreaterThan(0);
    const observation = await lab.run({
      code,
      entryPoint,
      tests,
      testInfos,
      limits: DEFAULT_LIMITS,
      seed: 1,
    });
    if (observation.kind !== 'tested') throw new Error(JSON.stringify(observation));
    const broken = observation.outcomes.filter(({ result }) => result.status !== 'passed');
    expect(broken).toEqual([]);
    expect(observation.outcomes).toHaveLength(testInfos.length);
  });
}

const cases = JSON.parse(readFileSync(`${FOLDER}/outcomes.json`, 'utf8')) as OutcomeCase[];

for (const { name, code, test: body = 'pass', result, loadFailure } of cases) {
  test(`outcome in the sandbox: ${name}`, async () => {
    const observation = await lab.run({
      code,
      entryPoint: 'f',
      tests: `from harness import attack\n\n\ndef test_functional_one(candidate):\n    ${body}\n`,
      testInfos: [{ name: 'test_functional_one', kind: 'functional', doc: name }],
      limits: DEFAULT_LIMITS,
      seed: 1,
    });
    expect(observation).toMatchObject(
      loadFailure === undefined
        ? { kind: 'tested', outcomes: [{ result }] }
        : { kind: 'load-failed', failure: loadFailure },
    );
  });
}
