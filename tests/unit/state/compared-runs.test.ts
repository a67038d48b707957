import { expect, test } from 'vitest';
import {
  formatSources,
  loadSources,
  parseSources,
  requestOf,
  triesBeside,
} from '../../../src/state/compared-runs.ts';
import { createRun } from '../../../src/run/create-run.ts';
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
  const plain = summaryOf({ attemptsPerSample: 5 });
  const selfRepair = summaryOf({ strategy: 'self-repair' });
  expect(triesBeside(plain, selfRepair)).toBe(3);
  expect(triesBeside(selfRepair, plain)).toBe(1);
  expect(triesBeside(summaryOf({ attemptsPerSample: 2 }), selfRepair)).toBe(2);
  expect(triesBeside(plain, plain)).toBe(1);
});

test('all but the first run are compared with the first', () => {
  const { runs } = requestOf([summaryOf({}), summaryOf({ strategy: 'self-repair' })]);
  expect(runs.map(({ compared }) => compared === null)).toEqual([true, false]);
});
