import { expect, test } from 'vitest';
import { ownStrategyId } from '../../../src/core/prompts/own/template.ts';
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

test('of a visitor’s own strategy they are what its text says', () => {
  const template = { title: 'Mine', system: 'Be brief.', user: 'Write {{entry_point}}.' };
  const plan = fakePlan(dataset, { template, strategy: ownStrategyId('generation', template) });
  expect(questionsOf(plan, dataset)?.[0]?.messages).toEqual([
    { role: 'system', content: 'Be brief.' },
    { role: 'user', content: 'Write solve.' },
  ]);
});
