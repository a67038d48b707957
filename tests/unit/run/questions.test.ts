import { expect, test } from 'vitest';
import { questionsOf } from '../../../src/run/questions.ts';
import { fakeDataset, fakePlan } from '../../fakes/fake-dataset.ts';

const dataset = fakeDataset(['CWE-022/a', 'CWE-089/b']);

test('questions stand in the order in which a run asks them', () => {
  const questions = questionsOf(fakePlan(dataset), dataset) ?? [];
  expect(questions.map(({ sampleId, index }) => `${sampleId}#${index}`)).toEqual([
    'CWE-022/a#0',
    'CWE-089/b#0',
    'CWE-022/a#1',
    'CWE-089/b#1',
  ]);
  expect(questions[0]?.messages[0]?.content).toContain('returns the text');
});

test.each(['self-repair', 'nonsense'])(
  'of the strategy %s they are not known ahead',
  (strategy) => {
    expect(questionsOf(fakePlan(dataset, { strategy }), dataset)).toBeNull();
  },
);
