import type { AnswerFile } from '../run/answers/read-answers.ts';
import type { AppState } from '../state/app.svelte.ts';
import { runLink } from './links.ts';

/**
 * Takes files that were dropped or picked, and leads to what they are: the run, the list of several runs, the page
 * for another data set, or the form for answers that were made elsewhere.
 */
export async function takeFiles(
  { answers, foreign, intake }: Pick<AppState, 'answers' | 'foreign' | 'intake'>,
  files: readonly AnswerFile[],
  go: (hash: string) => Promise<void>,
): Promise<void> {
  const { runs, foreign: ofDataset, others } = await intake.take(files);
  const [first] = runs;
  if (ofDataset.length > 0) {
    await go('#/other-data');
    await foreign.open(ofDataset);
  } else if (others.length > 0) {
    await go('#/new?model=imported');
    await answers.open(others);
  } else if (first !== undefined) {
    await go(runs.length === 1 ? runLink(first) : '#/runs');
  }
}
