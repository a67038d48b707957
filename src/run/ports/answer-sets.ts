import type { SampleId } from '../../core/dataset/sample.ts';
import type { ImportedCompletion } from '../../core/exchange/answer.ts';

/* Answers that were made elsewhere and are kept here. */

export type AnswerSetId = string;

/** What is known of a set of answers without reading them. */
export interface AnswerSet {
  readonly id: AnswerSetId;
  /** What the visitor calls the model that made them. */
  readonly title: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** Every sample that has an answer. */
  readonly sampleIds: readonly SampleId[];
  readonly count: number;
  /** Attempts per sample that take in all of them. */
  readonly attemptsPerSample: number;
}

/** Every method rejects with a `StorageError`. */
export interface AnswerSetStore {
  /** Stores a set with its answers, both or neither. */
  putAnswers(set: AnswerSet, answers: readonly ImportedCompletion[]): Promise<void>;
  /** Newest first. */
  listAnswerSets(): Promise<readonly AnswerSet[]>;
  /** Null where there is no such set. */
  getAnswers(id: AnswerSetId): Promise<readonly ImportedCompletion[] | null>;
  /** A set that isn't there is no error. */
  deleteAnswers(id: AnswerSetId): Promise<void>;
}
