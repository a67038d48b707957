import { expect, test } from 'vitest';
import { createRun } from '../../../src/run/create-run.ts';
import type { Run } from '../../../src/run/run.ts';
import { verdictsInRuns } from '../../../src/state/sample-verdicts.ts';
import { fakeDataset, fakePlan } from '../../fakes/fake-dataset.ts';

const PLAN = fakePlan(fakeDataset(['CWE-022/a']));
const runOf = (id: string): Run =>
  createRun(PLAN, { newId: () => id, now: () => 1, siteVersion: '1' });

test('runs come in the order of the list, each with its attempts; runs without the sample are left out', async () => {
  const [older, other, newer] = ['older', 'other', 'newer'].map(runOf);
  const found = await verdictsInRuns('CWE-022/a', {
    listRuns: async () => [newer, other, older] as Run[],
    listVerdicts: async () => [
      { runId: 'newer', index: 0, verdict: 'secure' },
      { runId: 'older', index: 0, verdict: 'invalid' },
      { runId: 'older', index: 1, verdict: 'vulnerable' },
    ],
  });
  expect(
    found.map(({ run, attempts }) => [run.id, attempts.map(({ verdict }) => verdict)]),
  ).toEqual([
    ['newer', ['secure']],
    ['older', ['invalid', 'vulnerable']],
  ]);
});
