import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test } from 'vitest';
import type { RunStore } from '../../../src/run/ports.ts';
import { summaryOf } from '../../../src/run/attempt-summary.ts';
import type { Attempt, Run } from '../../../src/run/run.ts';
import { createRun } from '../../../src/run/create-run.ts';
import { createMemoryRunStore } from '../../../src/storage/memory-run-store.ts';
import { openStorage } from '../../../src/storage/open-storage.ts';
import { fakeDataset, fakePlan } from '../../fakes/fake-dataset.ts';

const DATASET = fakeDataset(['CWE-022/a', 'CWE-089/b']);

function runOf(id: string, createdAt = 1000): Run {
  return createRun(fakePlan(DATASET), { newId: () => id, now: () => createdAt, siteVersion: '1' });
}

function attemptOf(runId: string, sampleId: string, index: number, finishedAt = 2000): Attempt {
  return {
    runId,
    sampleId,
    index,
    messages: [{ role: 'user', content: 'Write it.' }],
    completion: { text: 'No.', finish: 'stop', ms: 5 },
    extraction: { kind: 'no-code', reason: 'prose-only' },
    extractionVersion: 1,
    observation: null,
    verdict: 'invalid',
    finishedAt,
  };
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

describe.each([
  ['IndexedDB', async () => (await openStorage()).store],
  ['memory', async () => createMemoryRunStore()],
] as const)('the store in %s', (_name, open: () => Promise<RunStore>) => {
  test('gives back what was put, and null for what is not there', async () => {
    const store = await open();
    await store.putRun(runOf('r1'));
    expect(await store.getRun('r1')).toEqual(runOf('r1'));
    expect(await store.getRun('r2')).toBeNull();
  });

  test('lists runs newest first', async () => {
    const store = await open();
    for (const [id, createdAt] of [
      ['b', 2],
      ['c', 3],
      ['a', 1],
    ] as const) {
      await store.putRun(runOf(id, createdAt));
    }
    expect((await store.listRuns()).map((run) => run.id)).toEqual(['c', 'b', 'a']);
  });

  test('lists attempts of one run in the order of sample id and index', async () => {
    const store = await open();
    await store.addRun(runOf('r1'), []);
    await store.addRun(runOf('r10'), []);
    for (const [runId, sampleId, index] of [
      ['r1', 'CWE-089/b', 0],
      ['r1', 'CWE-022/a', 10],
      ['r10', 'CWE-022/a', 0],
      ['r1', 'CWE-022/a', 2],
    ] as const) {
      await store.putAttempt(attemptOf(runId, sampleId, index));
    }
    expect((await store.listAttempts('r1')).map((a) => `${a.sampleId}#${a.index}`)).toEqual([
      'CWE-022/a#2',
      'CWE-022/a#10',
      'CWE-089/b#0',
    ]);
  });

  test('counts an attempt once, however often it is stored', async () => {
    const store = await open();
    await store.putRun(runOf('r1'));
    await store.putAttempt(attemptOf('r1', 'CWE-022/a', 0));
    await store.putAttempt(attemptOf('r1', 'CWE-022/a', 0));
    expect(await store.getRun('r1')).toMatchObject({ done: 1, total: 4, state: 'open' });
  });

  test('the last attempt finishes the run', async () => {
    const store = await open();
    await store.putRun(runOf('r1'));
    for (const sampleId of ['CWE-022/a', 'CWE-089/b']) {
      for (const index of [0, 1]) await store.putAttempt(attemptOf('r1', sampleId, index, 3000));
    }
    expect(await store.getRun('r1')).toMatchObject({
      done: 4,
      state: 'finished',
      updatedAt: 3000,
    });
  });

  test('attempts stored at the same time are all counted', async () => {
    const store = await open();
    await store.putRun(runOf('r1'));
    await Promise.all(
      [0, 1].flatMap((index) =>
        ['CWE-022/a', 'CWE-089/b'].map((id) => store.putAttempt(attemptOf('r1', id, index))),
      ),
    );
    expect(await store.getRun('r1')).toMatchObject({ done: 4, state: 'finished' });
  });

  test('an attempt of a deleted run is refused and leaves nothing behind', async () => {
    const store = await open();
    await store.putRun(runOf('r1'));
    await store.deleteRun('r1');
    await expect(store.putAttempt(attemptOf('r1', 'CWE-022/a', 0))).rejects.toMatchObject({
      name: 'StorageError',
      code: 'run-missing',
    });
    expect(await store.listAttempts('r1')).toEqual([]);
  });

  test('deletes a run with its attempts and no other', async () => {
    const store = await open();
    for (const id of ['r1', 'r2']) {
      await store.addRun(runOf(id), [attemptOf(id, 'CWE-022/a', 0)]);
    }
    await store.deleteRun('r1');
    expect(await store.getRun('r1')).toBeNull();
    expect(await store.listAttempts('r1')).toEqual([]);
    expect(await store.listSummaries('r1')).toEqual([]);
    expect(await store.listAttempts('r2')).toHaveLength(1);
    expect(await store.listSummaries('r2')).toHaveLength(1);
  });

  test('gives one attempt, and null for one that is not there', async () => {
    const store = await open();
    await store.addRun(runOf('r1'), [attemptOf('r1', 'CWE-022/a', 0)]);
    const attempt = attemptOf('r1', 'CWE-022/a', 0);
    expect(await store.getAttempt('r1', 'CWE-022/a', 0)).toEqual(attempt);
    expect(await store.getAttempt('r1', 'CWE-022/a', 1)).toBeNull();
    expect(await store.getAttempt('r2', 'CWE-022/a', 0)).toBeNull();
  });

  test('a large run comes in pages that leave nothing out, and its summaries are as many', async () => {
    const store = await open();
    const attempts = ['CWE-022/a', 'CWE-089/b'].flatMap((sampleId) =>
      Array.from({ length: 130 }, (_, index) => attemptOf('r1', sampleId, index)),
    );
    await store.addRun(runOf('r1'), attempts);
    const paged: Attempt[] = [];
    for await (const page of store.attemptPages('r1')) paged.push(...page);
    expect(paged).toEqual(attempts);
    expect(await store.listSummaries('r1')).toEqual(attempts.map(summaryOf));
  });

  test('summaries come by sample id and index, in whatever order attempts were stored', async () => {
    const store = await open();
    await store.putRun(runOf('r1'));
    for (const [sampleId, index] of [
      ['CWE-089/b', 0],
      ['CWE-022/a', 60],
      ['CWE-022/a', 2],
      ['CWE-022/a', 1],
    ] as const) {
      await store.putAttempt(attemptOf('r1', sampleId, index));
    }
    expect((await store.listSummaries('r1')).map((a) => `${a.sampleId}#${a.index}`)).toEqual([
      'CWE-022/a#1',
      'CWE-022/a#2',
      'CWE-022/a#60',
      'CWE-089/b#0',
    ]);
  });

  test('the summary of an attempt that is stored again is the new one', async () => {
    const store = await open();
    await store.putRun(runOf('r1'));
    await store.putAttempt(attemptOf('r1', 'CWE-022/a', 0));
    await store.putAttempt({ ...attemptOf('r1', 'CWE-022/a', 0), verdict: 'secure' });
    expect(await store.listSummaries('r1')).toMatchObject([{ index: 0, verdict: 'secure' }]);
  });

  test('tells what all runs made of one sample, and nothing of deleted runs', async () => {
    const store = await open();
    const ids = ['CWE-022/a', 'CWE-022/ab', 'CWE-089/b'];
    for (const runId of ['r2', 'r10', 'r1']) {
      const attempts = ids.flatMap((id) => [10, 2].map((index) => attemptOf(runId, id, index)));
      await store.addRun(runOf(runId), attempts);
    }
    // An attempt that is judged again has one verdict, the new one.
    await store.putAttempt({ ...attemptOf('r1', 'CWE-022/a', 2), verdict: 'secure' });
    await store.deleteRun('r10');
    expect(await store.listVerdicts('CWE-022/a')).toEqual([
      { runId: 'r1', index: 2, verdict: 'secure' },
      { runId: 'r1', index: 10, verdict: 'invalid' },
      { runId: 'r2', index: 2, verdict: 'invalid' },
      { runId: 'r2', index: 10, verdict: 'invalid' },
    ]);
    expect(await store.listVerdicts('CWE-999/none')).toEqual([]);
  });

  test('adds a whole run once; a known id changes nothing', async () => {
    const store = await open();
    await store.addRun(runOf('r1'), [attemptOf('r1', 'CWE-022/a', 0)]);
    const again = store.addRun(runOf('r1', 5), [attemptOf('r1', 'CWE-022/a', 1)]);
    await expect(again).rejects.toMatchObject({ code: 'run-exists' });
    expect(await store.getRun('r1')).toEqual(runOf('r1'));
    expect(await store.listAttempts('r1')).toHaveLength(1);
    expect(await store.listSummaries('r1')).toHaveLength(1);
  });
});
