import type { Difficulty, Sample, SampleId } from '../../core/dataset/sample.ts';
import { difficultyTitle } from '../text/words.ts';

const DIFFICULTIES: readonly Difficulty[] = ['easy', 'medium', 'hard'];

/** The title of each sample's difficulty, easy ones first; empty while the samples are not there. */
export function difficultyGroups(samples: readonly Sample[]): ReadonlyMap<SampleId, string> {
  return new Map(
    DIFFICULTIES.flatMap((difficulty) =>
      samples
        .filter((sample) => sample.difficulty === difficulty)
        .map(({ id }) => [id, difficultyTitle(difficulty)] as const),
    ),
  );
}
