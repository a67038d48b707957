import { expect, test } from 'vitest';
import { namesOf } from '../../../src/ui/text/run-names.ts';

const run = (changes: Partial<Parameters<typeof namesOf>[0][number]> = {}) => ({
  model: { provider: 'p', id: 'm', title: 'Model A' },
  task: 'generation' as const,
  strategy: 'plain',
  attemptsPerSample: 1,
  samples: [],
  temperature: 0,
  seed: 1,
  ...changes,
});
const other = { provider: 'p', id: 'n', title: 'Model B' };

test('models against each other are called by their models', () => {
  expect(namesOf([run(), run({ model: other })])).toEqual(['Model A', 'Model B']);
});

test('strategies of one model are called by their strategies', () => {
  expect(namesOf([run(), run({ strategy: 'security-reminder' })])).toEqual([
    'Plain',
    'Security reminder',
  ]);
});

test('two models with two strategies need both', () => {
  expect(namesOf([run(), run({ strategy: 'security-reminder' }), run({ model: other })])).toEqual([
    'Model A, Plain',
    'Model A, Security reminder',
    'Model B, Plain',
  ]);
});

test('runs that agree in everything are numbered', () => {
  expect(namesOf([run(), run()])).toEqual(['Model A (1)', 'Model A (2)']);
});

test('repetitions of one plan are told apart by their seeds', () => {
  expect(namesOf([run(), run({ seed: 2 })])).toEqual(['seed 1', 'seed 2']);
});

test('one run is called by its model', () => {
  expect(namesOf([run()])).toEqual(['Model A']);
});
