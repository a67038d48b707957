import * as v from 'valibot';
import type { ImportedCompletion } from '../../core/exchange/answer.ts';
import type { AnswerSet } from '../ports.ts';
import type { Attempt, Run } from '../run.ts';

/**
 * A backup is a text of JSON lines, gzipped: a head, one line for each run, set of answers and setting, and an
 * end that counts them. Lines are read one by one, so that size is no matter, and a file that was cut off still
 * gives what is whole.
 */
export const BACKUP_FORMAT = 'codeseceval-backup';

/** Raised when a line changes in a way that older pages can't read. */
export const BACKUP_VERSION = 1;

/** What a backup holds. */
export interface BackupContents {
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly siteVersion: string;
  readonly runs: readonly { readonly run: Run; readonly attempts: readonly Attempt[] }[];
  readonly answerSets: readonly BackedUpAnswers[];
  /** Drafts, forms and choices, by key. */
  readonly settings: ReadonlyMap<string, unknown>;
}

export interface BackedUpAnswers {
  readonly set: AnswerSet;
  readonly answers: readonly ImportedCompletion[];
}

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const name = v.pipe(v.string(), v.minLength(1), v.maxLength(200));

export const headSchema = v.object({
  format: v.literal(BACKUP_FORMAT),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  createdAt: count,
  siteVersion: name,
});

const answersSchema: v.GenericSchema<unknown, BackedUpAnswers> = v.strictObject({
  set: v.strictObject({
    id: name,
    title: name,
    createdAt: count,
    sampleIds: v.pipe(v.array(name), v.maxLength(10_000)),
    count,
    attemptsPerSample: count,
  }),
  answers: v.pipe(
    v.array(
      v.strictObject({
        sampleId: name,
        index: count,
        text: v.pipe(v.string(), v.maxLength(4_000_000)),
        finish: v.exactOptional(v.literal('length')),
      }),
    ),
    v.maxLength(1_000_000),
  ),
});

/** The lines between head and end; what a run holds is read by the reader of exported runs. */
export const lineSchema = v.variant('kind', [
  v.object({ kind: v.literal('run'), file: v.unknown() }),
  v.object({ kind: v.literal('answers'), answers: answersSchema }),
  v.object({ kind: v.literal('setting'), key: name, value: v.unknown() }),
  v.object({ kind: v.literal('end'), lines: count }),
]);
export type BackupLine = v.InferOutput<typeof lineSchema>;
