// npm test: installs what is missing, checks the code and the data set, runs unit and browser tests,
// and ends with one line of totals. Every step runs even when an earlier one failed, so that one run
// shows all that is wrong; only a failed build ends it.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { ensureInstalled, ROOT } from './ensure-installed.mjs';

ensureInstalled();
const { findChromium } = await import('./chromium.mjs');
process.env.CHROMIUM_PATH = await findChromium();

const reports = `${ROOT}.cache/reports`;
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
const totals = { passed: 0, failed: 0 };

/**
 * Runs one step; `count` reads its report, and without one the step itself counts as one test.
 *
 * @param {string} title
 * @param {string} command
 * @param {string[]} args
 * @param {() => { passed: number, failed: number }} [count]
 * @returns {boolean} whether the step succeeded
 */
function step(title, command, args, count) {
  console.log(`\n── ${title}`);
  const started = Date.now();
  const { status } = spawnSync(command, args, {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const ok = status === 0;
  let counted = { passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
  if (count) {
    try {
      counted = count();
    } catch (error) {
      console.error(`no report of this step: ${error}`);
      counted = { passed: 0, failed: 1 };
    }
    // A step that fails without naming a failed test has failed all the same.
    if (!ok && counted.failed === 0) counted.failed = 1;
  }
  totals.passed += counted.passed;
  totals.failed += counted.failed;
  console.log(
    `${title}: ${ok ? 'ok' : 'FAILED'} in ${((Date.now() - started) / 1000).toFixed(0)} s`,
  );
  return ok;
}

function finish() {
  console.log(`\n${totals.passed} passed, ${totals.failed} failed`);
  process.exit(totals.failed === 0 ? 0 : 1);
}

/** @param {string} name */
const report = (name) => JSON.parse(readFileSync(`${reports}/${name}.json`, 'utf8'));

for (const name of ['format', 'lint', 'types', 'python', 'unused']) {
  step(`check:${name}`, 'npm', ['run', '--silent', `check:${name}`]);
}
step(
  'unit tests',
  'npx',
  [
    'vitest',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${reports}/unit.json`,
  ],
  () => {
    const unit = report('unit');
    return { passed: unit.numPassedTests, failed: unit.numFailedTests };
  },
);
if (!step('build', 'npx', ['vite', 'build', '--logLevel', 'warn'])) finish();
step(
  'data set',
  'npm',
  ['run', '--silent', 'dataset:check', '--', '--report', `${reports}/dataset.json`],
  () => report('dataset'),
);
process.env.PLAYWRIGHT_JSON_OUTPUT_NAME = `${reports}/browser.json`;
step(
  'browser tests',
  'npx',
  ['playwright', 'test', '--project=site', '--project=sandbox', '--reporter=list,json'],
  () => {
    const { stats } = report('browser');
    return { passed: stats.expected + stats.flaky, failed: stats.unexpected };
  },
);
finish();
