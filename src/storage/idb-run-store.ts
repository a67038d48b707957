import type { IDBPDatabase } from 'idb';
import type { RunStore, SampleVerdict } from '../run/ports.ts';
import { StorageError } from '../run/ports.ts';
import { byRunAndIndex } from './order.ts';
import type { Attempt } from '../run/run.ts';
import { attemptPages, attemptsOf } from './attempt-pages.ts';
import { progressed } from './progressed.ts';
import type { Schema } from './schema.ts';
import { explained } from './storage-failure.ts';
import { blockKey, blocksOf, readSummaries, withAttempt } from './summary-blocks.ts';

/** Everything that an attempt is written to, in one transaction. */
const STORES = ['runs', 'attempts', 'summaries'] as const;

/** Attempts that are handed to the browser at once: each is copied on the page's thread. */
const PART = 200;

/** A run store on an open database. */
export function idbRunStore(database: IDBPDatabase<Schema>): RunStore {
  return {
    putRun: (run) => explained(async () => void (await database.put('runs', run))),

    getRun: (id) => explained(async () => (await database.get('runs', id)) ?? null),

    listRuns: () =>
      explained(async () => (await database.getAllFromIndex('runs', 'createdAt')).reverse()),

    deleteRun: (id) =>
      explained(async () => {
        const transaction = database.transaction(STORES, 'readwrite');
        await Promise.all([
          transaction.objectStore('runs').delete(id),
          transaction.objectStore('attempts').delete(attemptsOf(id)),
          transaction.objectStore('summaries').delete(attemptsOf(id)),
          transaction.done,
        ]);
      }),

    putAttempt: (attempt) =>
      explained(async () => {
        const { runId, sampleId, index } = attempt;
        const transaction = database.transaction(STORES, 'readwrite');
        const runs = transaction.objectStore('runs');
        const attempts = transaction.objectStore('attempts');
        const summaries = transaction.objectStore('summaries');
        const run = await runs.get(runId);
        if (run === undefined) {
          await transaction.done;
          throw new StorageError(
            'run-missing',
            'The run was deleted while it was running, so its result was not saved.',
          );
        }
        const [known, block] = await Promise.all([
          attempts.getKey([runId, sampleId, index]),
          summaries.get(blockKey(attempt)),
        ]);
        await Promise.all([
          attempts.put(attempt),
          summaries.put(withAttempt(block, attempt)),
          known === undefined ? runs.put(progressed(run, attempt.finishedAt)) : null,
          transaction.done,
        ]);
      }),

    getAttempt: (id, sampleId, index) =>
      explained(async () => (await database.get('attempts', [id, sampleId, index])) ?? null),

    listAttempts: async (id) => {
      const attempts: Attempt[] = [];
      for await (const page of attemptPages(database, id)) attempts.push(...page);
      return attempts;
    },

    attemptPages: (id) => attemptPages(database, id),

    listSummaries: (id) => explained(() => readSummaries(database, id)),

    listVerdicts: (sampleId) =>
      explained(async () => {
        const found: SampleVerdict[] = [];
        const index = database.transaction('attempts').store.index('verdicts');
        // The values hold prompts and answers: a cursor over keys leaves them on the disk.
        let cursor = await index.openKeyCursor(IDBKeyRange.bound([sampleId], [sampleId, []]));
        while (cursor !== null) {
          const [runId, , nth] = cursor.primaryKey;
          found.push({ runId, index: nth, verdict: cursor.key[1] });
          cursor = await cursor.continue();
        }
        return found.sort(byRunAndIndex);
      }),

    addRun: (run, attempts) =>
      explained(async () => {
        const transaction = database.transaction(STORES, 'readwrite');
        const done = transaction.done;
        // Its failure is told by the request that failed.
        done.catch(() => undefined);
        try {
          await transaction.objectStore('runs').add(run);
          for (let from = 0; from < attempts.length; from += PART) {
            const part = attempts.slice(from, from + PART);
            await Promise.all(part.map((each) => transaction.objectStore('attempts').add(each)));
          }
          await Promise.all([
            ...blocksOf(attempts).map((each) => transaction.objectStore('summaries').add(each)),
            done,
          ]);
        } catch (error) {
          if (error instanceof DOMException && error.name === 'ConstraintError') {
            throw new StorageError('run-exists', 'This run is here already.', { cause: error });
          }
          throw error;
        }
      }),
  };
}
