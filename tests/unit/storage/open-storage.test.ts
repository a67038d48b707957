import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeEach, expect, test } from 'vitest';
import { createRun } from '../../../src/run/create-run.ts';
import { summaryOf } from '../../../src/run/attempt-summary.ts';
import type { Attempt } from '../../../src/run/run.ts';
import { openStorage } from '../../../src/storage/open-storage.ts';
import type { Migration } from '../../../src/storage/schema.ts';
import { MIGRATIONS } from '../../../src/storage/schema.ts';
import { storageFailure } from '../../../src/storage/storage-failure.ts';
import { fakeDataset, fakePlan } from '../../fakes/fake-dataset.ts';

const RUN = createRun(fakePlan(fakeDataset(['CWE-022/a'])), {
  newId: () => 'r1',
  now: () => 1,
  siteVersion: '1',
});

function attemptOf(runId: string, index: number): Attempt {
  return {
    runId,
    sampleId: 'CWE-022/a',
    index,
    messages: [{ role: 'user', content: 'Write it.' }],
    completion: {
      text: 'No.',
      finish: 'stop',
      ms: index,
      usage: { prompt: 3, completion: 2, exact: true },
    },
    extraction: { kind: 'no-code', reason: 'prose-only' },
    extractionVersion: 1,
    observation: null,
    verdict: index % 2 === 0 ? 'invalid' : 'inconclusive',
    finishedAt: 2000,
  };
}

/** A migration as a later version may bring it: it reads and rewrites what is there. */
const renameModels: Migration = async (_database, transaction) => {
  const runs = transaction.objectStore('runs');
  for (const run of await runs.getAll()) {
    const model = { ...run.plan.model, title: run.plan.model.title.toUpperCase() };
    await runs.put({ ...run, plan: { ...run.plan, model } });
  }
};

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

test('runs outlive the connection', async () => {
  await (await openStorage()).store.putRun(RUN);
  expect(await (await openStorage()).store.getRun('r1')).toEqual(RUN);
});

test('a database of version 1, as it is out there, opens with everything in it', async () => {
  const old = await openDB('codeseceval', 1, {
    upgrade(database) {
      database.createObjectStore('runs', { keyPath: 'id' }).createIndex('createdAt', 'createdAt');
      database.createObjectStore('attempts', { keyPath: ['runId', 'sampleId', 'index'] });
    },
  });
  await old.put('runs', RUN);
  await old.put('attempts', { ...attemptOf('r1', 0), verdict: 'secure' });
  old.close();
  const { store } = await openStorage();
  expect(await store.listRuns()).toEqual([RUN]);
  expect(await store.listVerdicts('CWE-022/a')).toEqual([
    { runId: 'r1', index: 0, verdict: 'secure' },
  ]);
});

test('a database of version 4 gets the summaries of the attempts that it has', async () => {
  const old = await openStorage({ migrations: MIGRATIONS.slice(0, 4) });
  await old.store.putRun(RUN);
  const database = await openDB('codeseceval', 4);
  const attempts = ['r1', 'r2'].flatMap((runId) =>
    Array.from({ length: 120 }, (_, index) => attemptOf(runId, index)),
  );
  for (const attempt of attempts) await database.put('attempts', attempt);
  database.close();
  const { store } = await openStorage();
  for (const id of ['r1', 'r2']) {
    const ofRun = attempts.filter(({ runId }) => runId === id);
    expect(await store.listSummaries(id)).toEqual(ofRun.map(summaryOf));
    expect(await store.listAttempts(id)).toEqual(ofRun);
  }
});

test('an old database gets the migrations that it lacks, and only those', async () => {
  await (await openStorage()).store.putRun(RUN);
  const store = (await openStorage({ migrations: [...MIGRATIONS, renameModels] })).store;
  expect((await store.getRun('r1'))?.plan.model.title).toBe('SEEDED MIX');
});

test('a migration that fails leaves the database as it was', async () => {
  await (await openStorage()).store.putRun(RUN);
  const failing: Migration = async (database, transaction) => {
    await renameModels(database, transaction);
    throw new Error('bug in a migration');
  };
  await expect(openStorage({ migrations: [...MIGRATIONS, failing] })).rejects.toBeInstanceOf(Error);
  expect(await (await openStorage()).store.getRun('r1')).toEqual(RUN);
});

test('an older page gives way to a newer one, and says so afterwards', async () => {
  const older = (await openStorage()).store;
  const newer = (await openStorage({ migrations: [...MIGRATIONS, renameModels] })).store;
  await newer.putRun(RUN);
  await expect(older.listRuns()).rejects.toMatchObject({ name: 'StorageError', code: 'closed' });
});

test('an older page refuses to open the database of a newer one', async () => {
  await openStorage({ migrations: [...MIGRATIONS, renameModels] });
  await expect(openStorage()).rejects.toMatchObject({ code: 'blocked' });
});

test('a connection that never gives way is reported instead of waited for', async () => {
  await openDB('codeseceval', MIGRATIONS.length, { upgrade: () => undefined });
  const opening = openStorage({ migrations: [...MIGRATIONS, renameModels] });
  await expect(opening).rejects.toMatchObject({ code: 'blocked' });
});

test('a browser without IndexedDB is told apart', async () => {
  Reflect.deleteProperty(globalThis, 'indexedDB');
  await expect(openStorage()).rejects.toMatchObject({ code: 'unavailable' });
});

test('a browser that forbids it is one without a database', async () => {
  globalThis.indexedDB.open = () => {
    throw new DOMException('The operation is insecure', 'SecurityError');
  };
  await expect(openStorage()).rejects.toMatchObject({ code: 'unavailable' });
});

test('a full disk is said in words', () => {
  const failure = storageFailure(new DOMException('full', 'QuotaExceededError'));
  expect(failure.code).toBe('quota');
  expect(failure.message).toContain('Delete old runs');
});
