import fc from 'fast-check';
import type { VerdictCounts } from '../../../../src/core/metrics/index.ts';
import type { RunSummary } from '../../../../src/core/share/index.ts';

/** As many ids as the data set will have, in its form. */
export const IDS = Array.from({ length: 180 }, (_, index) => {
  const cwe = String(20 + Math.floor(index / 4)).padStart(3, '0');
  return `CWE-${cwe}/sample-number-${index}`;
}).toSorted();

export const SUMMARY: RunSummary = {
  datasetVersion: '0123456789ab',
  task: 'repair',
  strategy: 'explained',
  model: { provider: 'webllm', id: 'Qwen2.5-Coder-1.5B', title: 'Qwen 2.5 Coder · 1,5 B' },
  attemptsPerSample: 3,
  temperature: 0.2,
  maxTokens: 1024,
  seed: 4294967295,
  siteVersion: '0.1.0',
  finishedOn: '2026-11-22',
  device: 'WebGPU, Apple M3',
  samples: [
    { id: IDS[0] ?? '', counts: counts([1, 2, 0, 0, 0, 0]) },
    { id: IDS[7] ?? '', counts: counts([0, 0, 1, 1, 1, 0]) },
    { id: IDS[179] ?? '', counts: counts([0, 0, 0, 0, 0, 0]) },
  ],
};

/** In the order secure, vulnerable, incorrect, incorrect and insecure, invalid, inconclusive. */
export function counts(parts: readonly number[]): VerdictCounts {
  return {
    secure: parts[0] ?? 0,
    vulnerable: parts[1] ?? 0,
    incorrect: parts[2] ?? 0,
    'incorrect-insecure': parts[3] ?? 0,
    invalid: parts[4] ?? 0,
    inconclusive: parts[5] ?? 0,
  };
}

/** Every composition of `attempts` is possible; in a partial run the sums may be smaller. */
function arbitraryCounts(attempts: number, partial: boolean): fc.Arbitrary<VerdictCounts> {
  return fc.array(fc.nat(attempts), { minLength: 6, maxLength: 6 }).map((cuts) => {
    const bars = cuts.toSorted((a, b) => a - b);
    const all = partial ? bars : [...bars.slice(0, 5), attempts];
    return counts(all.map((bar, index) => bar - (all[index - 1] ?? 0)));
  });
}

/** Runs of all 180 samples with 1 to 1,000 attempts each, and any seed, temperature and names. */
export const wholeRuns: fc.Arbitrary<RunSummary> = fc
  .record({ attempts: fc.integer({ min: 1, max: 1000 }), partial: fc.boolean() })
  .chain(({ attempts, partial }) =>
    fc.record({
      datasetVersion: fc.string({
        unit: fc.constantFrom(...'0123456789abcdef'),
        minLength: 12,
        maxLength: 12,
      }),
      task: fc.constantFrom('generation', 'repair'),
      strategy: fc.constantFrom('plain', 'vulnerability-aware', 'explained'),
      model: fc.constant({
        provider: 'webllm',
        id: 'Qwen2.5-Coder-1.5B-Instruct-q4f16_1-MLC',
        title: 'Qwen2.5 Coder 1.5B Instruct',
      }),
      attemptsPerSample: fc.constant(attempts),
      temperature: fc.nat(2000).map((thousandths) => thousandths / 1000),
      maxTokens: fc.nat(32_768),
      seed: fc.nat(Number.MAX_SAFE_INTEGER),
      siteVersion: fc.constant('0.1.0'),
      finishedOn: fc.constant('2026-11-22'),
      device: fc.constant('WebGPU: NVIDIA GeForce RTX 4070'),
      samples: fc
        .array(arbitraryCounts(attempts, partial), { minLength: 180, maxLength: 180 })
        .map((list) => list.map((ofSample, index) => ({ id: IDS[index] ?? '', counts: ofSample }))),
    }),
  );
