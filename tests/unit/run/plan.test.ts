import { expect, test } from 'vitest';
import { ownStrategyId } from '../../../src/core/prompts/own/template.ts';
import { quickSubset, selectSamples, validatePlan } from '../../../src/run/plan.ts';
import { fakeDataset, fakePlan, fakeSample } from '../../fakes/fake-dataset.ts';

const SAMPLES = [
  fakeSample('CWE-089/z', 'easy'),
  fakeSample('CWE-089/a', 'easy'),
  fakeSample('CWE-089/m', 'hard'),
  fakeSample('CWE-287/x', 'easy'),
  fakeSample('CWE-862/y', 'medium'),
  fakeSample('CWE-022/b', 'easy'),
];
const ids = (samples: readonly { id: string }[]) => samples.map(({ id }) => id);

test('the quick subset takes one sample of each vulnerability type and evens out the difficulties', () => {
  expect(ids(quickSubset(SAMPLES))).toEqual(['CWE-022/b', 'CWE-089/m', 'CWE-862/y']);
});

test('the quick subset does not depend on the order of the samples', () => {
  expect(quickSubset([...SAMPLES].reverse())).toEqual(quickSubset(SAMPLES));
});

test('selects by CWE in the order of the ids', () => {
  expect(ids(selectSamples(SAMPLES, { kind: 'cwe', cwe: 'CWE-089' }))).toEqual([
    'CWE-089/a',
    'CWE-089/m',
    'CWE-089/z',
  ]);
});

test('selects by difficulty', () => {
  const selected = selectSamples(SAMPLES, { kind: 'difficulty', difficulty: 'medium' });
  expect(ids(selected)).toEqual(['CWE-862/y']);
});

test('selects one sample, or nothing where there is none of that id', () => {
  expect(ids(selectSamples(SAMPLES, { kind: 'one', sampleId: 'CWE-022/b' }))).toEqual([
    'CWE-022/b',
  ]);
  expect(selectSamples(SAMPLES, { kind: 'one', sampleId: 'CWE-022/none' })).toEqual([]);
});

const DATASET = fakeDataset(['CWE-022/a', 'CWE-089/b']);
const CAPABILITIES = { seed: true, temperature: true, usage: true, systemRole: true };

test('a plan that fits has no problems', () => {
  expect(validatePlan(fakePlan(DATASET), DATASET)).toEqual([]);
});

test.each([
  ['datasetVersion', { datasetVersion: 'other' }],
  ['strategy', { strategy: 'none' }],
  ['strategy', { strategy: 'explained' }],
  ['sampleIds', { sampleIds: [] }],
  ['sampleIds', { sampleIds: ['CWE-000/none'] }],
  ['sampleIds', { sampleIds: ['CWE-022/a', 'CWE-022/a'] }],
  ['attemptsPerSample', { attemptsPerSample: 0 }],
  ['attemptsPerSample', { attemptsPerSample: 1.5 }],
  ['attemptsPerSample', { attemptsPerSample: 1001 }],
  ['temperature', { temperature: Number.NaN }],
  ['temperature', { temperature: 2.1 }],
  ['maxTokens', { maxTokens: 0 }],
  ['seed', { seed: -1 }],
  ['seed', { seed: 2 ** 32 }],
])('names the field %s for %o', (field, changes) => {
  const problems = validatePlan(fakePlan(DATASET, changes), DATASET);
  expect(problems.map((problem) => problem.field)).toEqual([field]);
});

test('refuses several attempts of a model that repeats itself at temperature 0', () => {
  const plan = fakePlan(DATASET, { temperature: 0, attemptsPerSample: 5 });
  expect(validatePlan(plan, DATASET, CAPABILITIES)).toMatchObject([{ field: 'attemptsPerSample' }]);
});

test('takes a strategy of the visitor’s own by its text, and refuses one that its name does not fit', () => {
  const template = { title: 'Mine', system: '', user: '{{problem}}' };
  const strategy = ownStrategyId('generation', template);
  const problemsOf = (changes: Parameters<typeof fakePlan>[1]) =>
    validatePlan(fakePlan(DATASET, changes), DATASET).map(({ field }) => field);
  expect(problemsOf({ strategy, template })).toEqual([]);
  expect(problemsOf({ strategy })).toEqual(['strategy']);
  expect(problemsOf({ strategy, template: { ...template, user: 'Else' } })).toEqual(['strategy']);
  const wrong = { ...template, user: '{{nothing}}' };
  expect(problemsOf({ strategy: ownStrategyId('generation', wrong), template: wrong })).toEqual([
    'template',
  ]);
});
