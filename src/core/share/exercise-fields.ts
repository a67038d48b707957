import type { SampleId } from '../dataset/sample.ts';
import {
  HELPS,
  MAX_SAMPLES,
  MAX_TRIES_BEFORE_HELP,
  MODES,
  type Exercise,
  type Help,
  type HelpRule,
} from '../teach/exercise.ts';
import type { BitReader, BitWriter } from './bits.ts';
import { BITS } from './layout.ts';
import { readSampleIds, writeSampleIds } from './sample-ids.ts';
import { readText, writeText } from './text-fields.ts';

/* The fields of an exercise, in its own link and within those of its results. Modes and helps are written as
   their places in `MODES` and `HELPS`, so these lists only ever grow at the end. */

const MODE_BITS = 3;
const HELP_BITS = 4;
const NEVER = 15;

/** Bytes of UTF-8 that a title or a name may have; what is longer is cut. */
export const TITLE_BYTES = 120;

/** @returns the sample ids in the order in which they were written. */
export function writeExercise(
  writer: BitWriter,
  exercise: Exercise,
  knownIds: readonly SampleId[],
): readonly SampleId[] {
  writer.write(MODES.indexOf(exercise.mode), MODE_BITS);
  writer.write(exercise.asksName ? 1 : 0, 1);
  for (const help of HELPS) writer.write(exercise.helps[help] ?? NEVER, HELP_BITS);
  writer.write(Number.parseInt(exercise.datasetVersion, 16), BITS.datasetVersion);
  writeText(writer, exercise.title, TITLE_BYTES);
  return writeSampleIds(writer, exercise.sampleIds, knownIds);
}

export interface ReadExercise {
  /** With the samples that are known here. */
  readonly exercise: Exercise;
  /** In the order in which they were written; null for one that isn't known here. */
  readonly written: readonly (SampleId | null)[];
}

export function readExercise(
  reader: BitReader,
  knownIds: readonly SampleId[],
): ReadExercise | null {
  const mode = MODES[reader.read(MODE_BITS) ?? -1];
  const asksName = reader.read(1);
  const helps = readHelps(reader);
  const version = reader.read(BITS.datasetVersion);
  const title = readText(reader);
  const written = readSampleIds(reader, knownIds, MAX_SAMPLES);
  if (
    mode === undefined ||
    asksName === null ||
    helps === null ||
    version === null ||
    title === null ||
    written === null ||
    written.length === 0
  ) {
    return null;
  }
  const exercise: Exercise = {
    title,
    mode,
    helps,
    asksName: asksName === 1,
    datasetVersion: version.toString(16).padStart(BITS.datasetVersion / 4, '0'),
    sampleIds: written.filter((id) => id !== null).toSorted(),
  };
  return { exercise, written };
}

function readHelps(reader: BitReader): Record<Help, HelpRule> | null {
  const helps: Record<Help, HelpRule> = {
    weakness: null,
    explanation: null,
    tests: null,
    solution: null,
  };
  for (const help of HELPS) {
    const rule = reader.read(HELP_BITS);
    if (rule === null) return null;
    helps[help] = rule <= MAX_TRIES_BEFORE_HELP ? rule : null;
  }
  return helps;
}
