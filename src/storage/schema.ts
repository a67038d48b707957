import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { SampleId } from '../core/dataset/sample.ts';
import type { ImportedCompletion } from '../core/exchange/answer.ts';
import type { Verdict } from '../core/verdicts/verdict.ts';
import type { AttemptSummary } from '../run/attempt-summary.ts';
import type { AnswerSet, AnswerSetId, KeptCompletion } from '../run/ports.ts';
import type { Attempt, Run, RunId } from '../run/run.ts';
import type { SelfCheck } from '../run/self-check.ts';
import { toVersion5 } from './summary-blocks.ts';

/** Summaries of some attempts of one sample, by rising index. */
export interface SummaryBlock {
  readonly runId: RunId;
  readonly sampleId: string;
  /** Counted from 0. */
  readonly block: number;
  readonly attempts: readonly Omit<AttemptSummary, 'sampleId'>[];
}

/** The database of the newest version. */
export interface Schema extends DBSchema {
  runs: { key: RunId; value: Run; indexes: { createdAt: number } };
  attempts: {
    key: [RunId, SampleId, number];
    value: Attempt;
    /** The keys alone tell what all runs made of a sample. */
    indexes: { verdicts: [SampleId, Verdict] };
  };
  /** The attempts once more without their texts: a results page must not read 100 MB. */
  summaries: { key: [RunId, string, number]; value: SummaryBlock };
  selfChecks: { key: string; value: SelfCheck };
  /** Answers by the hash of the question. */
  completions: { key: string; value: KeptCompletion };
  answerSets: { key: AnswerSetId; value: AnswerSet };
  /** The answers of a set, apart: a list of sets must not read megabytes of texts. */
  answers: { key: AnswerSetId; value: readonly ImportedCompletion[] };
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
  function toVersion3(database) {
    database.createObjectStore('answerSets', { keyPath: 'id' });
    database.createObjectStore('answers');
  },
  function toVersion4(_database, transaction) {
    transaction.objectStore('attempts').createIndex('verdicts', ['sampleId', 'verdict']);
  },
  toVersion5,
];
