import type { IDBPDatabase } from 'idb';
import type { Attempt, RunId } from '../run/run.ts';
import type { Schema } from './schema.ts';
import { explained } from './storage-failure.ts';

/** Attempts that are read at once: about half a megabyte, a few milliseconds of the page's thread. */
const PAGE = 100;

/** Every attempt of a run: an array sorts after every string and number, so `[id, []]` is the end. */
export function attemptsOf(id: RunId): IDBKeyRange {
  return IDBKeyRange.bound([id], [id, []]);
}

/** The attempts of a run in the order of sample id and index, some at a time: all at once may be 100 MB. */
export async function* attemptPages(
  database: IDBPDatabase<Schema>,
  id: RunId,
): AsyncGenerator<readonly Attempt[], void, void> {
  let range = attemptsOf(id);
  for (;;) {
    const page = await explained(() => database.getAll('attempts', range, PAGE));
    const last = page.at(-1);
    if (last === undefined) return;
    yield page;
    range = IDBKeyRange.bound([id, last.sampleId, last.index], [id, []], true);
  }
}
