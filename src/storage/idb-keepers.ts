import type { IDBPDatabase } from 'idb';
import type { Keeper } from '../run/ports.ts';
import { RUNS_KEEPER } from '../run/ports.ts';
import type { RunId } from '../run/run.ts';
import { attemptPages } from './attempt-pages.ts';
import { idbRunStore } from './idb-run-store.ts';
import { idbAnswerSets } from './idb-answer-sets.ts';
import type { Schema } from './schema.ts';
import { explained } from './storage-failure.ts';

/** What the database holds, as the page lists it. */
export function idbKeepers(database: IDBPDatabase<Schema>): readonly Keeper[] {
  return [runs(database), answerSets(database), completions(database), selfChecks(database)];
}

function runs(database: IDBPDatabase<Schema>): Keeper {
  const store = idbRunStore(database);
  return {
    id: RUNS_KEEPER,
    title: 'Runs',
    description: 'Prompts, answers and verdicts. Export a run before you remove it.',
    irreplaceable: true,
    list: () =>
      explained(async () => {
        const all = await store.listRuns();
        return Promise.all(
          all.map(async (run) => ({
            id: run.id,
            title: run.plan.model.title,
            bytes: sizeOf(run) + (await sizeOfAttempts(database, run.id)),
            lastUsedAt: run.updatedAt,
            note: `${run.done} of ${run.total} attempts`,
          })),
        );
      }),
    remove: (id) => store.deleteRun(id),
  };
}

function answerSets(database: IDBPDatabase<Schema>): Keeper {
  const store = idbAnswerSets(database);
  return {
    id: 'answer-sets',
    title: 'Answers from elsewhere',
    description: 'Files that you gave. Runs that are finished keep their own copy.',
    irreplaceable: true,
    list: () =>
      explained(async () => {
        const sets = await store.listAnswerSets();
        return Promise.all(
          sets.map(async ({ id, title, createdAt, count }) => ({
            id,
            title,
            bytes: sizeOf(await database.get('answers', id)),
            lastUsedAt: createdAt,
            note: count === 1 ? '1 answer' : `${count} answers`,
          })),
        );
      }),
    remove: (id) => store.deleteAnswers(id),
  };
}

function completions(database: IDBPDatabase<Schema>): Keeper {
  return {
    ...wholeStore(database, 'completions', 'answers', 'Answers to be replayed'),
    description:
      'What models answered, so that the same question isn’t asked twice. Without it a repeated run asks again; finished runs are not touched.',
  };
}

function selfChecks(database: IDBPDatabase<Schema>): Keeper {
  return {
    ...wholeStore(database, 'selfChecks', 'samples', 'Checks of this browser'),
    description:
      'Which samples were seen to be judged rightly here. Without it the next run checks them again, which takes a moment.',
  };
}

/** A store that is kept or cleared as a whole. */
function wholeStore(
  database: IDBPDatabase<Schema>,
  name: 'completions' | 'selfChecks',
  things: string,
  title: string,
): Omit<Keeper, 'description'> {
  return {
    id: name,
    title,
    list: () =>
      explained(async () => {
        const count = await database.count(name);
        if (count === 0) return [];
        let bytes = 0;
        // One at a time: all answers of all runs may be more than a phone likes to hold.
        for await (const cursor of database.transaction(name).store) bytes += sizeOf(cursor.value);
        return [{ id: name, title: `${count} ${things}`, bytes }];
      }),
    remove: () => explained(() => database.clear(name)),
  };
}

async function sizeOfAttempts(database: IDBPDatabase<Schema>, id: RunId): Promise<number> {
  let bytes = 0;
  for await (const page of attemptPages(database, id)) bytes += sizeOf(page);
  return bytes;
}

/** About how many bytes a value takes: browsers don't tell it of single values. */
function sizeOf(value: unknown): number {
  return value === undefined ? 0 : JSON.stringify(value).length;
}
