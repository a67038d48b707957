import type { SampleId } from '../dataset/sample.ts';
import type { Exercise } from '../teach/exercise.ts';
import { BitReader, BitWriter } from './bits.ts';
import { open, seal, versionProblem } from './envelope.ts';
import { readExercise, writeExercise } from './exercise-fields.ts';
import { refused, type RefusedLink } from './link-problem.ts';

/** Exercises have the versions 33 to 63 of the envelope. */
const EXERCISE_VERSION = 33;

export type DecodedExercise =
  | {
      readonly ok: true;
      readonly exercise: Exercise;
      /** How many samples of the exercise this site doesn't have; they are left out. */
      readonly unknown: number;
    }
  | RefusedLink;

/**
 * An exercise as the text of a link: about 30 characters and 5 for each sample, besides its title.
 * @param knownIds the ids of the whole data set.
 * @throws {RangeError} for a sample that comes twice.
 */
export function encodeExercise(exercise: Exercise, knownIds: readonly SampleId[]): string {
  const writer = new BitWriter();
  writeExercise(writer, exercise, knownIds);
  return seal(EXERCISE_VERSION, writer.toBytes());
}

/** Reads the text of an exercise link; any text, however hostile, gives an exercise or a reason. */
export function decodeExercise(text: string, knownIds: readonly SampleId[]): DecodedExercise {
  const opened = open(text);
  if (!opened.ok) return refused(opened.reason);
  const mismatch = versionProblem(opened.version, EXERCISE_VERSION);
  if (mismatch !== null) return refused(mismatch);
  const reader = new BitReader(opened.payload);
  const read = readExercise(reader, knownIds);
  if (read === null || !reader.atEnd) return refused('damaged');
  const { exercise, written } = read;
  if (exercise.sampleIds.length === 0) return refused('unknown-dataset');
  return { ok: true, exercise, unknown: written.length - exercise.sampleIds.length };
}
