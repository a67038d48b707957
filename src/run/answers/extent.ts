import type { SampleId } from '../../core/dataset/sample.ts';
import type { AnswerSlot } from '../../core/exchange/slot-names.ts';
import { groupBy } from '../../core/group-by.ts';

/** What answers answer. */
export interface Extent {
  /** Every sample that has an answer, in the order of the ids. */
  readonly sampleIds: readonly SampleId[];
  /** Attempts per sample that take in all of them. */
  readonly attemptsPerSample: number;
  /** Samples that have fewer answers than that. */
  readonly short: number;
}

/** @param answers each place once */
export function extentOf(answers: readonly AnswerSlot[]): Extent {
  const groups = groupBy(answers, ({ sampleId }) => sampleId);
  const attemptsPerSample = answers.reduce((most, { index }) => Math.max(most, index + 1), 0);
  return {
    sampleIds: [...groups.keys()].sort(),
    attemptsPerSample,
    short: [...groups.values()].filter(({ length }) => length < attemptsPerSample).length,
  };
}
