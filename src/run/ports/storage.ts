import type { SampleId } from '../../core/dataset/sample.ts';
import type { Verdict } from '../../core/verdicts/verdict.ts';
import type { AttemptSummary } from '../attempt-summary.ts';
import type { Attempt, Completion, Run, RunId } from '../run.ts';
import type { SelfCheck } from '../self-check.ts';

/* Where runs stay. */

export type StorageErrorCode =
  /** The browser gives this page no database: private mode, blocked storage. */
  | 'unavailable'
  | 'quota'
  /** Another tab holds the database open in an older or a newer version of this page. */
  | 'blocked'
  /** The connection is gone: a newer version of this page took over, or the browser ended it. */
  | 'closed'
  | 'run-missing'
  | 'run-exists'
  | 'unknown';

/** A failure of the store that the page can explain. `message` says what happened and what to do next. */
export class StorageError extends Error {
  readonly code: StorageErrorCode;
  constructor(code: StorageErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StorageError';
    this.code = code;
  }
}

/** What became of one attempt at a sample, without its texts. */
export interface SampleVerdict {
  readonly runId: RunId;
  /** Of the attempt, counted from 0. */
  readonly index: number;
  readonly verdict: Verdict;
}

/** Every method rejects with a `StorageError`. */
export interface RunStore {
  putRun(run: Run): Promise<void>;
  getRun(id: RunId): Promise<Run | null>;
  /** Newest first. */
  listRuns(): Promise<readonly Run[]>;
  /** Deletes the run and its attempts; a run that isn't there is no error. */
  deleteRun(id: RunId): Promise<void>;
  /**
   * Stores the attempt and brings `done`, `state` and `updatedAt` of its run up to date, both or neither.
   * Storing the same attempt again replaces it and counts once. Rejects with `run-missing` when the run
   * was deleted meanwhile.
   */
  putAttempt(attempt: Attempt): Promise<void>;
  /** Adds a whole run that came from elsewhere, all or nothing; rejects with `run-exists` for a known id. */
  addRun(run: Run, attempts: readonly Attempt[]): Promise<void>;
  /** One attempt; null where it isn't stored. */
  getAttempt(id: RunId, sampleId: string, index: number): Promise<Attempt | null>;
  /** In the order of sample id and index, with all texts: of a large run more than 100 MB. */
  listAttempts(id: RunId): Promise<readonly Attempt[]>;
  /** What all runs made of one sample, in the order of run id and index; reads no texts. */
  listVerdicts(sampleId: SampleId): Promise<readonly SampleVerdict[]>;
  /** The same some at a time, so that they needn't all be in memory. */
  attemptPages(id: RunId): AsyncIterable<readonly Attempt[]>;
  /** The same without texts. */
  listSummaries(id: RunId): Promise<readonly AttemptSummary[]>;
}

/** What is remembered of self-checks. Rejects with a `StorageError`. */
export interface SelfCheckStore {
  getSelfCheck(key: string): Promise<SelfCheck | null>;
  putSelfCheck(check: SelfCheck): Promise<void>;
}

/** An answer that is kept, and the run for which it was generated; absent in what older pages kept. */
export interface KeptCompletion extends Completion {
  readonly madeFor?: RunId;
}

/** Answers of all runs, by `completionKey`. Rejects with a `StorageError`. */
export interface CompletionCache {
  getCompletion(key: string): Promise<KeptCompletion | null>;
  putCompletion(key: string, completion: KeptCompletion): Promise<void>;
}
