import type { AnswerSetStore, RunStore } from '../ports.ts';
import type { Attempt, Run, RunId } from '../run.ts';
import { attemptKey } from '../slots.ts';
import type { BackedUpAnswers, BackupContents } from './format.ts';

/** What of a backup isn't here yet. Nothing that is here is ever changed, but for settings where that is asked. */
export interface Merge {
  /** Runs that are not here. */
  readonly newRuns: BackupContents['runs'];
  /** Attempts that runs of this device don't have. */
  readonly newAttempts: readonly { readonly run: Run; readonly attempts: readonly Attempt[] }[];
  /** Runs that are here with everything. */
  readonly sameRuns: number;
  readonly newAnswerSets: readonly BackedUpAnswers[];
  readonly newSettings: ReadonlyMap<string, unknown>;
  /** Drafts and settings that are here with another value; the values of the backup. */
  readonly otherSettings: ReadonlyMap<string, unknown>;
}

/** What is here. */
export interface MergeTarget {
  readonly store: Pick<
    RunStore,
    'getRun' | 'listRuns' | 'listSummaries' | 'putRun' | 'putAttempt' | 'addRun'
  >;
  readonly answerSets: Pick<AnswerSetStore, 'listAnswerSets' | 'putAnswers'>;
  readonly settings: ReadonlyMap<string, unknown>;
  /** For a run that has the id of another one here. */
  newId(): RunId;
}

/** Compares a backup with what is here; changes nothing. */
export async function planMerge(contents: BackupContents, here: MergeTarget): Promise<Merge> {
  const newRuns: { run: Run; attempts: readonly Attempt[] }[] = [];
  const newAttempts: { run: Run; attempts: readonly Attempt[] }[] = [];
  let sameRuns = 0;
  for (const { run, attempts } of contents.runs) {
    const known = await here.store.getRun(run.id);
    if (known === null) {
      newRuns.push({ run, attempts });
    } else if (!isSame(known.plan, run.plan)) {
      // Ids are random, so this is another run by accident or by ill will: it stands beside the one here.
      const id = here.newId();
      newRuns.push({
        run: { ...run, id },
        attempts: attempts.map((attempt) => ({ ...attempt, runId: id })),
      });
    } else {
      const stored = await here.store.listSummaries(run.id);
      const keys = new Set(stored.map(keyOf));
      const missing = attempts.filter((attempt) => !keys.has(keyOf(attempt)));
      if (missing.length === 0) sameRuns += 1;
      else newAttempts.push({ run, attempts: missing });
    }
  }
  const setIds = new Set((await here.answerSets.listAnswerSets()).map(({ id }) => id));
  const settings = [...contents.settings];
  return {
    newRuns,
    newAttempts,
    sameRuns,
    newAnswerSets: contents.answerSets.filter(({ set }) => !setIds.has(set.id)),
    newSettings: new Map(settings.filter(([key]) => !here.settings.has(key))),
    otherSettings: new Map(
      settings.filter(
        ([key, value]) => here.settings.has(key) && !isSame(here.settings.get(key), value),
      ),
    ),
  };
}

/**
 * Adds what is missing to the stores. Settings are the caller's.
 * @throws {StorageError} what was added before stays; the same backup can be restored again
 */
export async function applyMerge(merge: Merge, here: MergeTarget): Promise<void> {
  for (const { run, attempts } of merge.newRuns) await here.store.addRun(run, attempts);
  for (const { run, attempts } of merge.newAttempts) {
    for (const attempt of attempts) await here.store.putAttempt(attempt);
    const known = await here.store.getRun(run.id);
    if (known !== null && known.provenance === undefined && run.provenance !== undefined) {
      await here.store.putRun({ ...known, provenance: run.provenance });
    }
  }
  for (const { set, answers } of merge.newAnswerSets)
    await here.answerSets.putAnswers(set, answers);
}

/** Whether there is nothing to restore. */
export function isEmptyMerge(merge: Merge): boolean {
  return (
    merge.newRuns.length === 0 &&
    merge.newAttempts.length === 0 &&
    merge.newAnswerSets.length === 0 &&
    merge.newSettings.size === 0 &&
    merge.otherSettings.size === 0
  );
}

const keyOf = ({ sampleId, index }: Pick<Attempt, 'sampleId' | 'index'>): string =>
  attemptKey(sampleId, index);

/** By their texts, whatever the order of fields. */
function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
