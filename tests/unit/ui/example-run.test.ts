import { expect, test } from 'vitest';
import { buildDataset } from '../../../scripts/build/dataset-asset.ts';
import { decodeRunSummary, sampleFiguresOf } from '../../../src/core/share/index.ts';
import { VERDICTS } from '../../../src/core/verdicts/verdict.ts';
import { expectedVerdicts } from '../../../src/models/reference/index.ts';
import { EXAMPLE } from '../../../src/ui/example/example-run.ts';

// Where one of these fails the data set has changed so far that the example must be made anew:
// npm run example.
const ids = buildDataset('dataset').samples.map(({ id }) => id);
const sampleIds = Object.keys(EXAMPLE.verdicts);

test('every sample of the example is in the data set', () => {
  expect(sampleIds.filter((id) => !ids.includes(id))).toEqual([]);
});

test('its verdicts are those that the reference models must get', () => {
  const plan = {
    task: 'generation',
    strategy: 'plain',
    model: { provider: 'reference', id: 'mix', title: '' },
    sampleIds,
    attemptsPerSample: 1,
    temperature: 0,
    maxTokens: 1500,
    seed: EXAMPLE.seed,
    datasetVersion: EXAMPLE.datasetVersion,
  } as const;
  const told = Object.values(EXAMPLE.verdicts);
  expect(told.filter((verdict) => !VERDICTS.includes(verdict))).toEqual([]);
  expect(told.map((verdict) => verdict.replace('incorrect-insecure', 'incorrect'))).toEqual(
    expectedVerdicts(plan).map(({ verdict }) => verdict),
  );
});

test('its result link says the same', () => {
  const decoded = decodeRunSummary(EXAMPLE.link, ids);
  if (!decoded.ok) throw new Error(decoded.message);
  expect(decoded.unknown).toEqual([]);
  expect(EXAMPLE.datasetVersion.startsWith(decoded.summary.datasetVersion)).toBe(true);
  expect(decoded.summary.finishedOn).toBe(EXAMPLE.madeOn);
  expect(
    sampleFiguresOf(decoded.summary).map(({ sampleId, counts }) => [
      sampleId,
      VERDICTS.find((verdict) => counts[verdict] === 1),
    ]),
  ).toEqual(Object.entries(EXAMPLE.verdicts));
});
