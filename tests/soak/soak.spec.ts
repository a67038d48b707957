import { expect, test } from '@playwright/test';
import { buildDataset } from '../../scripts/build/dataset-asset.ts';
import { buildLab } from '../../scripts/dataset/lab.ts';
import { serveFolder } from '../../scripts/serve.mjs';
import type { SandboxJob } from '../../src/run/ports.ts';
import { memoryOf, openOwnBrowser } from './browser-processes.ts';

// Thousands of attempts, some of which hang, fill the memory or kill their interpreter: every one ends in one
// verdict, the right one, and the browser's memory stays.

test.skip(process.platform !== 'linux', 'memory is read from /proc');
test.setTimeout(3 * 3_600_000);

const ATTEMPTS = Number(process.env.SOAK_ATTEMPTS ?? 10_000);
const BATCH = 500;

const TESTS =
  'def test_functional_it(candidate):\n    "Twice a number."\n    assert candidate(21) == 42\n';

function job(code: string, testMs = 300): SandboxJob {
  return {
    code,
    entryPoint: 'f',
    tests: TESTS,
    testInfos: [{ name: 'test_functional_it', kind: 'functional', doc: 'Twice a number.' }],
    limits: { loadMs: 2000, testMs },
    seed: 1,
  };
}

const RIGHT = job('def f(x):\n    return 2 * x\n');
const WRONG = job('def f(x):\n    return x\n');
const HANG = job('def f(x):\n    while True:\n        pass\n');
const FULL = job(
  'def f(x):\n    kept = []\n    while True:\n        kept.append(bytearray(8 << 20))\n',
  5000,
);
const FATAL = job('import os\ndef f(x):\n    os._exit(3)\n');

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** What the n-th attempt is, and how it must end: 2 % hang, 1 % fill the memory, 1 % end their interpreter. */
function nth(n: number): readonly [job: SandboxJob | null, expected: string] {
  const place = n % 100;
  if (place === 13 || place === 63) return [HANG, 'timeout'];
  if (place === 37) return [FULL, 'died'];
  if (place === 87) return [FATAL, 'died'];
  if (place % 10 === 5) return [WRONG, 'failed'];
  if (place % 10 === 9) return [null, 'passed']; // a reference of the data set
  return [RIGHT, 'passed'];
}

test(`${ATTEMPTS} attempts are all accounted for, and memory stays`, async () => {
  const references: SandboxJob[] = buildDataset('dataset').samples.map((sample) => ({
    code: sample.secureCode,
    entryPoint: sample.entryPoint,
    tests: sample.tests,
    testInfos: sample.testInfos,
    limits: sample.limits,
    seed: 1,
  }));
  buildLab();
  const server = await serveFolder('.cache/lab');
  const own = await openOwnBrowser();
  try {
    const page = await own.browser.newPage();
    await page.goto(`${server.url}lab.html`);
    await page.waitForFunction(() => window.lab !== undefined);
    const wrong: string[] = [];
    const memory: number[] = [];
    let ended = 0;
    for (let start = 0; start < ATTEMPTS; start += BATCH) {
      const batch = Array.from({ length: Math.min(BATCH, ATTEMPTS - start) }, (_, i) => start + i);
      const jobs = batch.map((n) => nth(n)[0] ?? (references[n % references.length] as SandboxJob));
      const seen = await page.evaluate((given) => window.lab.runAll(given), jobs);
      for (const [i, observation] of seen.entries()) {
        const n = batch[i] ?? -1;
        const outcomes = observation.kind === 'tested' ? observation.outcomes : [];
        const kinds = new Set(outcomes.map(({ result }) => result.status));
        const status = kinds.size === 1 ? [...kinds].join() : observation.kind;
        ended += 1;
        if (status !== nth(n)[1]) wrong.push(`${n}: ${status}, not ${nth(n)[1]}`);
      }
      await page.waitForTimeout(3000); // ended workers take their time to go
      memory.push(memoryOf(own.processes()));
      console.log(`${ended} attempts, ${((memory.at(-1) ?? 0) / 1e6).toFixed(0)} MB`);
    }
    expect(wrong).toEqual([]);
    expect(ended).toBe(ATTEMPTS);
    // The first quarter warms up: what counts is that the last takes no more than the second.
    const quarter = Math.floor(memory.length / 4);
    const second = median(memory.slice(quarter, 2 * quarter));
    const last = median(memory.slice(-quarter));
    expect(last / second).toBeLessThan(1.1);
  } finally {
    await own.close();
    await server.close();
  }
});
