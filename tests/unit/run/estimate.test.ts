import { expect, test } from 'vitest';
import { estimateRun, ratesOf, withDefaults } from '../../../src/run/estimate.ts';
import { fakeDataset } from '../../fakes/fake-dataset.ts';
import { eventsOf, prepare } from './harness.ts';

test('where generation is slower, it sets the pace', () => {
  expect(estimateRun(10, { generationMs: 1000, scoringMs: 300 }, 2)).toBe(10_300);
});

test('where scoring is slower, it sets the pace, shared by the workers', () => {
  expect(estimateRun(10, { generationMs: 50, scoringMs: 300 }, 2)).toBe(1550);
});

test('is unknown where a rate is unknown', () => {
  expect(estimateRun(10, { generationMs: null, scoringMs: 300 }, 2)).toBeNull();
  expect(estimateRun(10, { generationMs: 50, scoringMs: null }, 2)).toBeNull();
});

test('nothing to do takes no time, also at an unknown rate', () => {
  expect(estimateRun(0, { generationMs: null, scoringMs: null }, 2)).toBe(0);
});

test('takes the median of what was measured', async () => {
  const { run, ports } = await prepare(fakeDataset(['CWE-022/a', 'CWE-089/b']), {
    plan: { attemptsPerSample: 5 },
  });
  await eventsOf(run, ports);
  const attempts = (await ports.store.listAttempts(run.id)).map((attempt, index) => ({
    ...attempt,
    completion: { ...attempt.completion, ms: index * 10 },
  }));
  expect(ratesOf(attempts)).toEqual({ generationMs: 45, scoringMs: 6 });
});

test('without attempts nothing is known, and the defaults fill in', () => {
  expect(ratesOf([])).toEqual({ generationMs: null, scoringMs: null });
  expect(withDefaults(ratesOf([]), { generationMs: 60, scoringMs: null })).toEqual({
    generationMs: 60,
    scoringMs: null,
  });
});
