import { expect, test } from 'vitest';
import { countVerdicts, figuresOfGroups } from '../../../../src/core/metrics/index.ts';
import type { Verdict } from '../../../../src/core/verdicts/verdict.ts';

const sample = (sampleId: string, ...verdicts: Verdict[]) => ({
  sampleId,
  cwe: sampleId.split('/')[0] ?? '',
  counts: countVerdicts(verdicts),
});

const SAMPLES = [
  sample('CWE-022/a', 'secure'),
  sample('CWE-022/b', 'vulnerable'),
  sample('CWE-089/c', 'secure'),
  sample('CWE-089/d', 'incorrect'),
];

test('groups come in the order in which they are named first, not in that of the samples', () => {
  const groupOf = new Map([
    ['CWE-089/c', 'Easy'],
    ['CWE-022/a', 'Hard'],
  ]);
  expect(figuresOfGroups(SAMPLES, groupOf).map(({ group }) => group)).toEqual(['Easy', 'Hard']);
});

test('a sample without a group is counted nowhere', () => {
  const groupOf = new Map([['CWE-022/a', 'Easy']]);
  expect(figuresOfGroups(SAMPLES, groupOf)).toMatchObject([
    { group: 'Easy', samples: 1, secure: { value: 1 } },
  ]);
});

test('the figures of a group are those of its samples alone', () => {
  const groupOf = new Map([
    ['CWE-022/a', 'Easy'],
    ['CWE-022/b', 'Easy'],
    ['CWE-089/d', 'Easy'],
  ]);
  const [easy] = figuresOfGroups(SAMPLES, groupOf);
  expect(easy?.functional.value).toBeCloseTo(2 / 3);
  expect(easy?.secure.value).toBeCloseTo(1 / 3);
});

test('a group of fewer than 20 samples has no interval, one of 20 has', () => {
  const many = Array.from({ length: 39 }, (_, index) =>
    sample(`CWE-022/s${index}`, index % 2 === 0 ? 'secure' : 'vulnerable'),
  );
  const groupOf = new Map(
    many.map(({ sampleId }, index) => [sampleId, index < 19 ? 'Small' : 'Large'] as const),
  );
  const [small, large] = figuresOfGroups(many, groupOf);
  expect(small?.secure.interval).toBeNull();
  expect(large?.secure.interval).toMatchObject({ method: 'bootstrap' });
});

test('a group that no sample of the run is in is left out', () => {
  expect(figuresOfGroups(SAMPLES, new Map([['CWE-999/z', 'Easy']]))).toEqual([]);
});
