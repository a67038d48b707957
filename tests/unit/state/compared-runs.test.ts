import { expect, test } from 'vitest';
import {
  attemptsMissing,
  formatSources,
  loadSources,
  parseSources,
  requestOf,
  isInformed,
  triesBeside,
  triesOf,
} from '../../../src/state/compared-runs.ts';
import { createRun } from '../../../src/run/create-run.ts';
import { ownStrategyId } from '../../../src/core/prompts/own/template.ts';
import { summarize } from '../../../src/core/share/index.ts';
import { fakeDataset, fakePlan } from '../../fakes/fake-dataset.ts';
import { fakeRunStore } from '../../fakes/fake-run-store.ts';
import type { RunPlan } from '../../../src/run/run.ts';

const DATASET = fakeDataset(['CWE-022/a', 'CWE-089/b']);

function summaryOf(plan: Partial<RunPlan>) {
  const run = createRun(fakePlan(DATASET, plan), {
    newId: () => 'r1',
    now: () => 1,
    siteVersion: '1',
  });
  return summarize(run, []);
}

test('sources survive the way through a link', () => {
  const sources = [
    { kind: 'here', id: '0abc' },
    { kind: 'link', payload: 'AQ-_x' },
  ] as const;
  expect(parseSources(formatSources(sources))).toEqual(sources);
  expect(parseSources('')).toEqual([]);
});

test('a run that is not on this device is named, and the others are shown', async () => {
  const store = fakeRunStore();
  const run = createRun(fakePlan(DATASET), { newId: () => 'r1', now: () => 1, siteVersion: '1' });
  await store.putRun(run);
  const loaded = await loadSources(parseSources('r1~gone~r.damaged'), store, DATASET);
  expect(loaded.map(({ ok }) => ok)).toEqual([true, false, false]);
});

test('a strategy that is told test results is compared with as many tries of the other', () => {
  const plain = summaryOf({ attemptsPerSample: 9 });
  for (const rounds of [1, 2, 5]) {
    const selfRepair = summaryOf({ strategy: 'self-repair', rounds });
    expect(triesBeside(plain, selfRepair)).toBe(rounds + 1);
    expect(triesBeside(selfRepair, plain)).toBe(1);
  }
  const feedback = summaryOf({ task: 'repair', strategy: 'test-feedback' });
  expect(triesBeside(plain, feedback)).toBe(2);
  expect(triesBeside(plain, plain)).toBe(1);
});

test('strategies that are told test results are never compared with fewer tries of the other', () => {
  const selfRepair = summaryOf({ strategy: 'self-repair', rounds: 4 });
  const four = summaryOf({ attemptsPerSample: 4 });
  const five = summaryOf({ attemptsPerSample: 5 });
  expect(attemptsMissing(four, selfRepair)).toBe(5);
  expect(attemptsMissing(selfRepair, four)).toBe(5);
  expect(attemptsMissing(five, selfRepair)).toBeNull();
  expect(requestOf([four, selfRepair]).runs[1]).toMatchObject({
    compared: null,
    againstPlain: null,
  });
});

test('a link that does not tell the rounds is taken for one with the page’s own number', () => {
  const { rounds, ...untold } = summaryOf({ strategy: 'self-repair', rounds: 5 });
  expect([rounds, triesOf(untold)]).toEqual([5, 3]);
});

test('answers that were there already had no rounds', () => {
  expect(triesOf(summaryOf({ strategy: 'self-repair' }))).toBe(1);
});

test('own strategies are told of the weakness where their text tells it', () => {
  const template = { title: 'Mine', system: '', user: '{{problem}} {{cwe}}' };
  const strategy = ownStrategyId('generation', template);
  expect(isInformed(summaryOf({ strategy, template }))).toBe(true);
  expect(isInformed(summaryOf({ strategy: 'vulnerability-aware' }))).toBe(true);
  expect(isInformed(summaryOf({ strategy: 'plain' }))).toBe(false);
});

test('all but the first run are compared with the first, and strategies with the plain one', () => {
  const runs = [
    summaryOf({ strategy: 'self-repair', rounds: 3 }),
    summaryOf({ attemptsPerSample: 9 }),
    summaryOf({ strategy: 'cwe-hint', attemptsPerSample: 4 }),
  ];
  const request = requestOf(runs);
  expect(request.runs.map(({ compared }) => compared === null)).toEqual([true, false, false]);
  expect(
    request.runs.map(
      ({ againstPlain }) => againstPlain && [againstPlain.first.k, againstPlain.second.k],
    ),
  ).toEqual([[4, 1], null, [1, 1]]);
});
