import { expect, test } from 'vitest';
import { buildDataset } from '../../../scripts/build/dataset-asset.ts';
import type { Verdict } from '../../../src/core/verdicts/verdict.ts';
import type { SampleVerdict } from '../../../src/run/ports.ts';
import {
  difficultyNamed,
  filterSamples,
  type SampleFilter,
} from '../../../src/ui/sample-filter.ts';

const { samples } = buildDataset('dataset');
const ALL: SampleFilter = { words: '', cwe: '', difficulty: null, verdict: null };

const attempt = (index: number, verdict: Verdict): SampleVerdict => ({
  runId: 'run',
  index,
  verdict,
});

test('an empty filter lets every sample through, in the order of the ids', () => {
  expect(filterSamples(samples, ALL, null)).toEqual(samples);
});

test('a CWE id gives its own samples, and a type those of all of its ids', () => {
  const own = filterSamples(samples, { ...ALL, cwe: 'CWE-862' }, null);
  expect(own.length).toBeGreaterThan(0);
  expect(own.every(({ cwe }) => cwe === 'CWE-862')).toBe(true);
  const type = filterSamples(samples, { ...ALL, cwe: 'access-control' }, null);
  expect(new Set(type.map(({ cwe }) => cwe))).toEqual(
    new Set(['CWE-287', 'CWE-306', 'CWE-862', 'CWE-863']),
  );
});

test('all words must occur, in any order and spelling', () => {
  const found = filterSamples(samples, { ...ALL, words: ' GPG  archive ' }, null);
  expect(found.map(({ id }) => id)).toContain('CWE-252/release-signature-run');
  expect(filterSamples(samples, { ...ALL, words: 'gpg nonesuch' }, null)).toEqual([]);
});

test('difficulties add up to all samples', () => {
  const counts = (['easy', 'medium', 'hard'] as const).map(
    (difficulty) => filterSamples(samples, { ...ALL, difficulty }, null).length,
  );
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(samples.length);
  expect(counts.every((count) => count > 0)).toBe(true);
});

test('a verdict looks at every attempt of the run, and without a run at nothing', () => {
  const [first, second] = ['CWE-022/lab-report-reader', 'CWE-252/release-signature-run'] as const;
  const run = new Map([
    [first, [attempt(0, 'secure'), attempt(1, 'vulnerable')]],
    [second, [attempt(0, 'secure')]],
  ]);
  const vulnerable = { ...ALL, verdict: 'vulnerable' } as const;
  expect(filterSamples(samples, vulnerable, run).map(({ id }) => id)).toEqual([first]);
  expect(filterSamples(samples, vulnerable, null)).toHaveLength(samples.length);
});

test('a difficulty that there is not is none', () => {
  expect(difficultyNamed('hard')).toBe('hard');
  expect(difficultyNamed('toString')).toBe(null);
});
