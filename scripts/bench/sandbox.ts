// npm run bench:sandbox [-- --rounds N] [--only boot|run]: how fast the sandbox starts and runs, in a
// headless Chromium, as ratios to plain Pyodide and to native CPython measured in the same run. Medians
// with least and most. Compare figures of one run only.
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { cpus, totalmem } from 'node:os';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import type { SandboxJob } from '../../src/run/ports.ts';
import { buildDataset } from '../build/dataset-asset.ts';
import { CHROMIUM_FLAGS, findChromium } from '../chromium.mjs';
import { findPython } from '../dataset/native.ts';
import { bootOnce, type BootRun, type Start } from './boot.ts';
import { type NativeRival, openRival } from './native-rivals.ts';
import { LOOPBACK, serveOver, TWENTY_MBIT } from './slow-server.ts';
import { showSpread, spreadOf } from './spread.ts';

const { values: options } = parseArgs({
  options: { rounds: { type: 'string', default: '5' }, only: { type: 'string' } },
});
const ROUNDS = Number(options.rounds);

const FOLDERS = {
  plain: 'scripts/bench/plain',
  pyodide: dirname(createRequire(import.meta.url).resolve('pyodide/package.json')),
  lab: '.cache/lab',
  site: 'dist',
};

const jobs: SandboxJob[] = buildDataset('dataset').samples.map((sample) => ({
  code: sample.secureCode,
  entryPoint: sample.entryPoint,
  tests: sample.tests,
  testInfos: sample.testInfos,
  limits: sample.limits,
  seed: 1,
}));

/** One test that does nothing: what an attempt costs besides its tests. */
const TRIVIAL: SandboxJob = {
  code: 'def f():\n    return 1\n',
  entryPoint: 'f',
  tests: 'def test_functional_one(candidate):\n    "One."\n    assert candidate() == 1\n',
  testInfos: [{ name: 'test_functional_one', kind: 'functional', doc: 'One.' }],
  limits: { loadMs: 5000, testMs: 3000 },
  seed: 1,
};

const HANG: SandboxJob = {
  ...TRIVIAL,
  code: 'def f():\n    while True:\n        pass\n',
  limits: { loadMs: 5000, testMs: 300 },
};

const ratio = (value: number | undefined, to: number | undefined): string =>
  value === undefined || to === undefined ? '–' : (value / to).toFixed(2);

function median(values: readonly number[]): number | undefined {
  return spreadOf(values)?.median;
}

async function benchBoot(): Promise<void> {
  for (const line of [LOOPBACK, TWENTY_MBIT]) {
    const runs: BootRun[] = [];
    for (let round = 0; round < ROUNDS; round += 1)
      runs.push(...(await bootOnce(line, FOLDERS, TRIVIAL)));
    const of = (start: Start, cache: 'cold' | 'warm'): number[] =>
      runs.filter((run) => run.start === start && run.cache === cache).map(({ ms }) => ms);
    const plain = median(of('plain', 'cold'));
    console.log(`\nFrom navigation, ${line.name}, ms (times plain loadPyodide with a cold cache):`);
    for (const start of ['plain', 'sandbox', 'site'] as const) {
      for (const cache of ['cold', 'warm'] as const) {
        const values = of(start, cache);
        const times = ratio(median(values), plain);
        console.log(`  ${start.padEnd(8)} ${cache}: ${showSpread(values)}   × ${times}`);
      }
    }
  }
}

/** All jobs once; the milliseconds of each. */
async function rivalRound(rival: NativeRival): Promise<number[]> {
  const took: number[] = [];
  for (const job of jobs) {
    const started = performance.now();
    const { tests, passed } = await rival.run(job);
    if (tests === 0 || tests !== passed) throw new Error('a reference failed natively');
    took.push(performance.now() - started);
  }
  return took;
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Times as fast, program by program: the geometric mean of the ratios of medians. */
function programByProgram(slow: readonly number[][], fast: readonly number[][]): string {
  const logs = jobs.map((_, index) => {
    const of = (rounds: readonly number[][]): number =>
      median(rounds.map((round) => round[index] ?? Number.NaN)) ?? Number.NaN;
    return Math.log(of(slow) / of(fast));
  });
  return Math.exp(mean(logs)).toFixed(2);
}

async function benchRuns(): Promise<void> {
  const server = await serveOver(LOOPBACK, FOLDERS);
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: [...CHROMIUM_FLAGS],
  });
  const python = findPython();
  const rivals = python
    ? { fork: openRival(python, 'fork'), spawn: openRival(python, 'spawn') }
    : null;
  try {
    const page = await browser.newPage();
    await page.goto(`${server.url}lab/lab.html?parallel=2`);
    const time = (
      given: readonly SandboxJob[],
      lanes: number,
    ): ReturnType<typeof window.lab.time> =>
      page.evaluate(([list, count]) => window.lab.time(list, count), [given, lanes] as const);
    await time([...jobs, ...jobs], 2); // warms up; not counted
    const trivial = await time(
      Array.from({ length: 50 }, () => TRIVIAL),
      1,
    );
    const figures = await page.evaluate(() => window.lab.figures);
    const runs = figures.flatMap((each) => (each.kind === 'attempt' ? [each.runMs] : []));
    const restores = figures.flatMap((each) => (each.kind === 'restore' ? [each.restoreMs] : []));
    console.log('\nA trivial attempt, ms:');
    console.log(`  whole, seen by the page: ${showSpread(trivial.attemptMs, 1)}`);
    console.log(`  run, by the worker:      ${showSpread(runs.slice(-50), 1)}`);
    console.log(`  restore, after the end was told: ${showSpread(restores.slice(-50), 1)}`);
    const phases = figures.flatMap((each) => (each.kind === 'boot' ? [each.phases] : []));
    for (const name of Object.keys(phases[0] ?? {})) {
      console.log(`    ${name.padEnd(10)} ${showSpread(phases.map((each) => each[name] ?? 0))}`);
    }
    const boots = figures.flatMap((each) => (each.kind === 'boot' ? [each.bootMs] : []));
    console.log(`  boot of a worker, among others: ${showSpread(boots)}`);

    const afterHangs: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      await time([HANG], 1);
      afterHangs.push(...(await time([TRIVIAL], 1)).attemptMs);
      await new Promise((resolve) => setTimeout(resolve, 3000)); // until spares stand by again
    }
    console.log(`  a trivial attempt right after a hang: ${showSpread(afterHangs, 1)}`);

    const rounds: Record<'one' | 'fork' | 'spawn', number[][]> = { one: [], fork: [], spawn: [] };
    const ways: Record<'one' | 'two' | 'fork' | 'spawn', number[]> = {
      one: [],
      two: [],
      fork: [],
      spawn: [],
    };
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [way, lanes] of [
        ['one', 1],
        ['two', 2],
      ] as const) {
        const { startedAt, endedAt, failed, attemptMs } = await time(jobs, lanes);
        if (way === 'one') rounds.one.push([...attemptMs]);
        if (failed > 0) throw new Error(`${failed} references failed in the sandbox`);
        ways[way].push((endedAt - startedAt) / jobs.length);
      }
      if (!rivals) continue;
      // The first round of the fork harness fills its caches; it is not counted.
      if (round === 0) await rivalRound(rivals.fork);
      rounds.fork.push(await rivalRound(rivals.fork));
      rounds.spawn.push(await rivalRound(rivals.spawn));
    }
    ways.fork.push(...rounds.fork.map(mean));
    ways.spawn.push(...rounds.spawn.map(mean));
    const one = median(ways.one);
    const two = median(ways.two);
    console.log(`\n${jobs.length} secure references, ms an attempt, one message each:`);
    console.log(`  sandbox, one worker:  ${showSpread(ways.one, 1)}`);
    console.log(`  sandbox, two workers: ${showSpread(ways.two, 1)}`);
    if (rivals) {
      console.log(`  native, a fork each:     ${showSpread(ways.fork, 1)}`);
      console.log(`  native, python3 -I each: ${showSpread(ways.spawn, 1)}`);
    } else {
      console.log('  native: python3 can not be started here in a namespace without network');
    }
    console.log('Attempts per second, times as many:');
    console.log(`  one worker to fork:          ${ratio(median(ways.fork), one)} (goal 1.0)`);
    console.log(`  one worker to python3 -I:    ${ratio(median(ways.spawn), one)} (goal 5)`);
    if (rivals) {
      console.log(
        `  program by program, one worker to fork ${programByProgram(rounds.fork, rounds.one)}, ` +
          `to python3 -I ${programByProgram(rounds.spawn, rounds.one)}`,
      );
    }
    console.log(`  two workers to one:          ${ratio(one, two)} (goal 1.6)`);
  } finally {
    rivals?.fork.close();
    rivals?.spawn.close();
    await browser.close();
    server.close();
  }
}

const build = (...args: string[]): void =>
  void execFileSync('npx', ['vite', 'build', '--logLevel', 'warn', ...args], { stdio: 'inherit' });
build('-c', 'scripts/lab/vite.config.ts');
const [cpu] = cpus();
console.log(
  `${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpu?.model ?? '?'}, ` +
    `${(totalmem() / 2 ** 30).toFixed(1)} GB, ${ROUNDS} rounds`,
);
if (options.only !== 'run') {
  build();
  await benchBoot();
}
if (options.only !== 'boot') await benchRuns();
