import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test } from 'vitest';
import { createMemoryAnswerSets } from '../../../src/storage/memory-answer-sets.ts';
import { openStorage } from '../../../src/storage/open-storage.ts';

const set = (id: string, createdAt: number) => ({
  id,
  title: 'Model X',
  createdAt,
  sampleIds: ['CWE-022/a'],
  count: 1,
  attemptsPerSample: 1,
});
const ANSWERS = [{ sampleId: 'CWE-022/a', index: 0, text: 'x = 1' }];

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

describe.each([
  ['in the database', async () => (await openStorage()).answerSets],
  ['in memory', async () => createMemoryAnswerSets()],
])('answer sets %s', (_name, open) => {
  test('are listed newest first, without their answers', async () => {
    const store = await open();
    await store.putAnswers(set('old', 1), ANSWERS);
    await store.putAnswers(set('new', 2), ANSWERS);
    expect(await store.listAnswerSets()).toEqual([set('new', 2), set('old', 1)]);
  });

  test('give their answers back', async () => {
    const store = await open();
    await store.putAnswers(set('a', 1), ANSWERS);
    expect(await store.getAnswers('a')).toEqual(ANSWERS);
    expect(await store.getAnswers('b')).toBeNull();
  });

  test('are deleted with their answers', async () => {
    const store = await open();
    await store.putAnswers(set('a', 1), ANSWERS);
    await store.deleteAnswers('a');
    expect(await store.listAnswerSets()).toEqual([]);
    expect(await store.getAnswers('a')).toBeNull();
  });
});
