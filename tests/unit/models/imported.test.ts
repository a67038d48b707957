import { describe, expect, test } from 'vitest';
import { createImportedProvider } from '../../../src/models/imported/index.ts';
import { createRun } from '../../../src/run/create-run.ts';
import type { GenerationEvent } from '../../../src/run/ports.ts';
import { planToScoreAgain } from '../../../src/run/score-again.ts';
import { createMemoryAnswerSets } from '../../../src/storage/memory-answer-sets.ts';
import { createMemoryRunStore } from '../../../src/storage/memory-run-store.ts';
import { fakeDataset, fakePlan } from '../../fakes/fake-dataset.ts';
import { CONTRACT_DATASET, describeProvider, requestOf } from './provider-contract.ts';

const SET = {
  id: 'set1',
  title: 'Model X',
  createdAt: 1,
  sampleIds: ['CWE-022/a', 'CWE-089/b'],
  count: 3,
  attemptsPerSample: 2,
};

function provider() {
  const answerSets = createMemoryAnswerSets();
  void answerSets.putAnswers(SET, [
    { sampleId: 'CWE-022/a', index: 0, text: 'x = 1' },
    { sampleId: 'CWE-089/b', index: 0, text: 'y = 1' },
    { sampleId: 'CWE-089/b', index: 1, text: 'y =', finish: 'length' },
  ]);
  const runs = createMemoryRunStore();
  return { provider: createImportedProvider({ answerSets, runs }), runs };
}

const { signal } = new AbortController();
const load = (modelId: string, from = provider().provider) =>
  from.load(modelId, { signal, onProgress: () => undefined });

async function answer(subject: { sampleId: string; attemptIndex?: number }) {
  const session = await load('set1');
  const events: GenerationEvent[] = [];
  for await (const event of session.generate(requestOf(signal, subject))) events.push(event);
  return events;
}

describeProvider('imported', () => ({ provider: provider().provider, modelId: 'set1' }));

describe('the provider imported', () => {
  test('lists what is kept, with the samples that it answers', async () => {
    expect(await provider().provider.models()).toEqual([
      {
        id: 'set1',
        title: 'Model X',
        description: '3 answers to 2 samples, up to 2 each.',
        answers: { sampleIds: ['CWE-022/a', 'CWE-089/b'], attemptsPerSample: 2 },
      },
    ]);
  });

  test('says a stored answer again and marks it as replayed', async () => {
    expect(await answer({ sampleId: 'CWE-022/a' })).toEqual([
      { type: 'text', delta: 'x = 1' },
      { type: 'done', finish: 'stop', replayed: true },
    ]);
  });

  test('keeps the mark of an answer that was cut off', async () => {
    expect((await answer({ sampleId: 'CWE-089/b', attemptIndex: 1 })).at(-1)).toMatchObject({
      finish: 'length',
    });
  });

  test('skips an attempt for which there is no answer', async () => {
    expect(await answer({ sampleId: 'CWE-022/a', attemptIndex: 1 })).toEqual([
      { type: 'done', finish: 'aborted' },
    ]);
  });

  test('says what to do where the answers are gone', async () => {
    await expect(load('other')).rejects.toThrow(/no longer kept in this browser/);
  });
});

describe('a run that is scored again', () => {
  const dataset = fakeDataset(['CWE-022/a', 'CWE-089/b']);
  const run = createRun(fakePlan(dataset, { rounds: 2, fresh: true }), {
    newId: () => 'r1',
    now: () => 1,
    siteVersion: '1',
  });

  test('replays the run’s answers with the same task, strategy and seed', () => {
    expect(planToScoreAgain(run, dataset)).toEqual({
      ...fakePlan(dataset),
      model: { provider: 'imported', id: 'run:r1', title: 'Seeded mix' },
    });
  });

  test('takes the data set as it is now, without the samples that are gone', () => {
    const now = { ...fakeDataset(['CWE-089/b']), version: 'e'.repeat(64) };
    expect(planToScoreAgain(run, now)).toMatchObject({
      sampleIds: ['CWE-089/b'],
      datasetVersion: now.version,
    });
    expect(planToScoreAgain(run, fakeDataset([]))).toBeNull();
  });

  test('keeps what is known of the model that answered', async () => {
    const { provider: from, runs } = provider();
    const provenance = {
      engine: 'web-llm 0.2.86',
      device: { backend: 'webgpu' as const },
      honours: { seed: true, temperature: true },
      sandboxVersion: 's',
    };
    await runs.putRun({ ...run, provenance });
    expect(await load('run:r1', from)).toMatchObject({
      engine: 'web-llm 0.2.86',
      device: { backend: 'webgpu' },
      honours: { seed: true, temperature: true },
    });
  });

  test('says so where the run was deleted', async () => {
    await expect(load('run:gone')).rejects.toThrow(/not in this browser/);
  });
});

test('the contract’s data set is what the set answers', () => {
  expect(CONTRACT_DATASET.samples.map(({ id }) => id)).toEqual(SET.sampleIds);
});
