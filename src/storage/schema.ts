import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { Attempt, Completion, Run, RunId } from '../run/run.ts';
import type { SelfCheck } from '../run/self-check.ts';

/** The database of the newest version. */
export interface Schema extends DBSchema {
  runs: { key: RunId; value: Run; indexes: { createdAt: number } };
  attempts: { key: [RunId, string, number]; value: Attempt };
  selfChecks: { key: string; value: SelfCheck };
  /** Answers by the hash of the question. */
  completions: { key: string; value: Completion };
}

/** Brings the database from the version before to the next one, within the upgrade's transaction. */
export type Migration = (
  database: IDBPDatabase<Schema>,
  transaction: IDBPTransaction<Schema, StoreNames<Schema>[], 'versionchange'>,
) => void | Promise<void>;

/**
 * The n-th migration leads to version n + 1 (counted from 0), so the version of the schema is the length of
 * this list. Migrations are only ever added at the end: databases of every age are out there.
 */
export const MIGRATIONS: readonly Migration[] = [
  function toVersion1(database) {
    database.createObjectStore('runs', { keyPath: 'id' }).createIndex('createdAt', 'createdAt');
    database.createObjectStore('attempts', { keyPath: ['runId', 'sampleId', 'index'] });
  },
  function toVersion2(database) {
    database.createObjectStore('selfChecks', { keyPath: 'key' });
    database.createObjectStore('completions');
  },
];
