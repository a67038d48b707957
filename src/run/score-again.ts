import type { Dataset } from '../core/dataset/sample.ts';
import type { Run, RunId, RunPlan } from './run.ts';

/** Id of the provider that says stored answers again. */
export const REPLAY_PROVIDER = 'imported';

const RUN_MARK = 'run:';

/** The run whose answers a model of that provider says; null where they came from a file. */
export function replayedRun(modelId: string): RunId | null {
  return modelId.startsWith(RUN_MARK) ? modelId.slice(RUN_MARK.length) : null;
}

/** The run whose answers a run scores again; null where it scores its own. */
export function scoredAgain({ plan: { model } }: Run): RunId | null {
  return model.provider === REPLAY_PROVIDER ? replayedRun(model.id) : null;
}

/**
 * A plan that scores the answers of a run once more, with the data set as it is now: samples that it no longer
 * has are left out. Of attempts with several rounds the last answer counts. Null where no sample is left.
 */
export function planToScoreAgain(run: Run, dataset: Dataset): RunPlan | null {
  const known = new Set(dataset.samples.map(({ id }) => id));
  const sampleIds = run.plan.sampleIds.filter((id) => known.has(id));
  if (sampleIds.length === 0) return null;
  const { rounds: _, fresh: __, ...plan } = run.plan;
  return {
    ...plan,
    sampleIds,
    model: {
      provider: REPLAY_PROVIDER,
      id: `${RUN_MARK}${run.id}`,
      title: run.plan.model.title,
    },
    datasetVersion: dataset.version,
  };
}
