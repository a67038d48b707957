import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test } from 'vitest';
import { createRun } from '../../../src/run/create-run.ts';
import type { Keeper } from '../../../src/run/ports.ts';
import type { Attempt } from '../../../src/run/run.ts';
import { browserRoom } from '../../../src/storage/browser-room.ts';
import { type OpenStorage, openStorage } from '../../../src/storage/open-storage.ts';
import { fakeDataset, fakePlan } from '../../fakes/fake-dataset.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

function keeper(storage: OpenStorage, id: string): Keeper {
  const found = storage.keepers.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no keeper ${id}`);
  return found;
}

function runOf(id: string) {
  const deps = { newId: () => id, now: () => 5, siteVersion: '1' };
  return createRun(fakePlan(fakeDataset(['CWE-022/a'])), deps);
}

const ATTEMPT = {
  runId: 'r1',
  sampleId: 'CWE-022/a',
  index: 0,
  completion: { text: 'x'.repeat(5000), finish: 'stop', ms: 1 },
  finishedAt: 9,
} as Partial<Attempt> as Attempt;

test('an empty database keeps nothing', async () => {
  const storage = await openStorage();
  const lists = await Promise.all(storage.keepers.map((each) => each.list()));
  expect(lists.flat()).toEqual([]);
});

test('a run is listed with the size of its attempts and its last change', async () => {
  const storage = await openStorage();
  await storage.store.putRun(runOf('r1'));
  await storage.store.putRun(runOf('r2'));
  await storage.store.putAttempt(ATTEMPT);
  const items = await keeper(storage, 'runs').list();
  const [large] = items.filter(({ id }) => id === 'r1');
  expect(large).toMatchObject({ lastUsedAt: 9, note: '1 of 2 attempts' });
  expect(large?.bytes).toBeGreaterThan(5000);
  expect(items.find(({ id }) => id === 'r2')?.bytes).toBeLessThan(2000);
});

test('removing a run takes its attempts with it', async () => {
  const storage = await openStorage();
  await storage.store.putRun(runOf('r1'));
  await storage.store.putAttempt(ATTEMPT);
  await keeper(storage, 'runs').remove('r1');
  expect(await storage.store.listAttempts('r1')).toEqual([]);
});

test('kept answers are one item that goes as a whole', async () => {
  const storage = await openStorage();
  await storage.completions.putCompletion('a', { text: 'abc', finish: 'stop', ms: 1 });
  await storage.completions.putCompletion('b', { text: 'abc', finish: 'stop', ms: 1 });
  const completions = keeper(storage, 'completions');
  expect(await completions.list()).toEqual([
    { id: 'completions', title: '2 answers', bytes: expect.any(Number) },
  ]);
  await completions.remove('completions');
  expect(await storage.completions.getCompletion('a')).toBeNull();
});

test('answers from elsewhere are listed by their name, with the size of their texts', async () => {
  const storage = await openStorage();
  const set = {
    id: 's',
    title: 'Big model',
    createdAt: 3,
    sampleIds: ['CWE-022/a'],
    count: 1,
    attemptsPerSample: 1,
  };
  await storage.answerSets.putAnswers(set, [{ sampleId: 'CWE-022/a', index: 0, text: 'abc' }]);
  expect(await keeper(storage, 'answer-sets').list()).toEqual([
    {
      id: 's',
      title: 'Big model',
      bytes: expect.any(Number),
      lastUsedAt: 3,
      note: '1 answer',
    },
  ]);
});

test('a browser that refuses to tell its room is a null, not a failure', async () => {
  const refusing = {
    estimate: () => Promise.reject(new TypeError('no')),
    persisted: () => Promise.reject(new TypeError('no')),
    persist: () => Promise.reject(new TypeError('no')),
  } as Partial<StorageManager> as StorageManager;
  for (const room of [browserRoom(undefined), browserRoom(refusing)]) {
    expect(await room.estimate()).toBeNull();
    expect(await room.persisted()).toBeNull();
    expect(await room.persist()).toBe(false);
  }
});
