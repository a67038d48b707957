import type { IDBPDatabase, OpenDBCallbacks } from 'idb';
import { openDB } from 'idb';
import type {
  AnswerSetStore,
  CompletionCache,
  Keeper,
  RunStore,
  SelfCheckStore,
} from '../run/ports.ts';
import { StorageError } from '../run/ports.ts';
import { idbAnswerSets } from './idb-answer-sets.ts';
import { idbCompletionCache, idbSelfChecks } from './idb-caches.ts';
import { idbKeepers } from './idb-keepers.ts';
import { idbRunStore } from './idb-run-store.ts';
import type { Migration, Schema } from './schema.ts';
import { MIGRATIONS } from './schema.ts';
import { storageFailure, UNAVAILABLE } from './storage-failure.ts';

/** Everything that this page keeps in the browser's database. */
export interface OpenStorage {
  readonly store: RunStore;
  readonly checks: SelfCheckStore;
  readonly completions: CompletionCache;
  readonly answerSets: AnswerSetStore;
  /** The same by size, to be listed and removed. */
  readonly keepers: readonly Keeper[];
}

export interface OpenStorageOptions {
  /** Name of the database, `codeseceval` by default. */
  readonly name?: string;
  /** The migrations of this version of the page; others only in tests of migrations. */
  readonly migrations?: readonly Migration[];
}

/**
 * Opens the database and migrates it to the newest schema.
 * @throws {StorageError} `unavailable` where the browser gives no database; `blocked` while another tab
 *   holds an older version open, or when the database is of a newer version than this page.
 */
export async function openStorage(options: OpenStorageOptions = {}): Promise<OpenStorage> {
  const { name = 'codeseceval', migrations = MIGRATIONS } = options;
  if (typeof indexedDB === 'undefined') throw new StorageError('unavailable', UNAVAILABLE);
  let refuse: (error: StorageError) => void = () => undefined;
  const blocked = new Promise<never>((_, reject) => (refuse = reject));
  const callbacks: OpenDBCallbacks<Schema> = {
    upgrade(database, oldVersion, _newVersion, transaction) {
      // Nobody waits for the promise of an upgrade: half a migration must be taken back by hand.
      migrate(migrations.slice(oldVersion), database, transaction).catch(() => {
        transaction.done.catch(() => undefined);
        transaction.abort();
      });
    },
    blocked() {
      refuse(
        new StorageError(
          'blocked',
          'Another tab has an older version of this page open. Close it, then reload this page.',
        ),
      );
    },
    blocking(_currentVersion, _blockedVersion, event) {
      // A newer version of the page waits for this connection. Later calls here fail with `closed`.
      (event.target as IDBDatabase).close();
    },
  };
  // Where storage is forbidden, the call itself throws: inside a promise it is a failure like others.
  const opening = (async () => openDB<Schema>(name, migrations.length, callbacks))();
  let database: IDBPDatabase<Schema>;
  try {
    database = await Promise.race([opening, blocked]);
  } catch (error) {
    // The request may still come through once the other tab is gone; nobody waits for it any more.
    opening.then((late) => late.close()).catch(() => undefined);
    throw openingFailure(error);
  }
  return {
    store: idbRunStore(database),
    checks: idbSelfChecks(database),
    completions: idbCompletionCache(database),
    answerSets: idbAnswerSets(database),
    keepers: idbKeepers(database),
  };
}

async function migrate(
  migrations: readonly Migration[],
  database: Parameters<Migration>[0],
  transaction: Parameters<Migration>[1],
): Promise<void> {
  for (const step of migrations) await step(database, transaction);
}

/** Where storage is switched off, Firefox refuses with the first one, others with the second or the third. */
const REFUSALS = ['InvalidStateError', 'UnknownError', 'SecurityError'];

function openingFailure(error: unknown): StorageError {
  if (error instanceof DOMException && error.name === 'VersionError') {
    return new StorageError(
      'blocked',
      'The runs on this device were saved by a newer version of this page. Reload to get it.',
      { cause: error },
    );
  }
  const refused = error instanceof DOMException && REFUSALS.includes(error.name);
  if (refused) return new StorageError('unavailable', UNAVAILABLE, { cause: error });
  return storageFailure(error);
}
