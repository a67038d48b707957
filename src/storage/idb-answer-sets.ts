import type { IDBPDatabase } from 'idb';
import type { AnswerSetStore } from '../run/ports.ts';
import type { Schema } from './schema.ts';
import { explained } from './storage-failure.ts';

/** Answers that were made elsewhere, on an open database. */
export function idbAnswerSets(database: IDBPDatabase<Schema>): AnswerSetStore {
  const both = () => database.transaction(['answerSets', 'answers'], 'readwrite');
  return {
    putAnswers: (set, answers) =>
      explained(async () => {
        const transaction = both();
        await Promise.all([
          transaction.objectStore('answerSets').put(set),
          transaction.objectStore('answers').put(answers, set.id),
          transaction.done,
        ]);
      }),

    listAnswerSets: () =>
      explained(async () =>
        (await database.getAll('answerSets')).sort((a, b) => b.createdAt - a.createdAt),
      ),

    getAnswers: (id) => explained(async () => (await database.get('answers', id)) ?? null),

    deleteAnswers: (id) =>
      explained(async () => {
        const transaction = both();
        await Promise.all([
          transaction.objectStore('answerSets').delete(id),
          transaction.objectStore('answers').delete(id),
          transaction.done,
        ]);
      }),
  };
}
