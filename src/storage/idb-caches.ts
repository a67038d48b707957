import type { IDBPDatabase } from 'idb';
import type { CompletionCache, SelfCheckStore } from '../run/ports.ts';
import type { Schema } from './schema.ts';
import { explained } from './storage-failure.ts';

/** What self-checks showed in this browser. */
export function idbSelfChecks(database: IDBPDatabase<Schema>): SelfCheckStore {
  return {
    getSelfCheck: (key) => explained(async () => (await database.get('selfChecks', key)) ?? null),
    putSelfCheck: (check) => explained(async () => void (await database.put('selfChecks', check))),
  };
}

/** Answers of earlier runs. */
export function idbCompletionCache(database: IDBPDatabase<Schema>): CompletionCache {
  return {
    getCompletion: (key) => explained(async () => (await database.get('completions', key)) ?? null),
    putCompletion: (key, completion) =>
      explained(async () => void (await database.put('completions', completion, key))),
  };
}
