import type { IDBPDatabase } from 'idb';
import type { RunStore, SampleVerdict } from '../run/ports.ts';
import { StorageError } from '../run/ports.ts';
import type { RunId } from '../run/run.ts';
import { byRunAndIndex } from './order.ts';
import { progressed } from './progressed.ts';
import type { Schema } from './schema.ts';
import { explained } from './storage-failure.ts';

/** A run store on an open database. */
export function idbRunStore(database: IDBPDatabase<Schema>): RunStore {
  return {
    putRun: (run) => explained(async () => void (await database.put('runs', run))),

    getRun: (id) => explained(async () => (await database.get('runs', id)) ?? null),

    listRuns: () =>
      explained(async () => (await database.getAllFromIndex('runs', 'createdAt')).reverse()),

    deleteRun: (id) =>
      explained(async () => {
        const transaction = database.transaction(['runs', 'attempts'], 'readwrite');
        await Promise.all([
          transaction.objectStore('runs').delete(id),
          transaction.objectStore('attempts').delete(attemptsOf(id)),
          transaction.done,
        ]);
      }),

    putAttempt: (attempt) =>
      explained(async () => {
        const { runId, sampleId, index } = attempt;
        const transaction = database.transaction(['runs', 'attempts'], 'readwrite');
        const runs = transaction.objectStore('runs');
        const attempts = transaction.objectStore('attempts');
        const run = await runs.get(runId);
        if (run === undefined) {
          await transaction.done;
          throw new StorageError(
            'run-missing',
            'The run was deleted while it was running, so its result was not saved.',
          );
        }
        const known = await attempts.getKey([runId, sampleId, index]);
        await Promise.all([
          attempts.put(attempt),
          known === undefined ? runs.put(progressed(run, attempt.finishedAt)) : null,
          transaction.done,
        ]);
      }),

    listAttempts: (id) => explained(() => database.getAll('attempts', attemptsOf(id))),

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
        const transaction = database.transaction(['runs', 'attempts'], 'readwrite');
        try {
          await Promise.all([
            transaction.objectStore('runs').add(run),
            ...attempts.map((attempt) => transaction.objectStore('attempts').add(attempt)),
            transaction.done,
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

/** Every attempt of a run: an array sorts after every string and number, so `[id, []]` is the end. */
export function attemptsOf(id: RunId): IDBKeyRange {
  return IDBKeyRange.bound([id], [id, []]);
}
