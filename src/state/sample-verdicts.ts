import type { SampleId } from '../core/dataset/sample.ts';
import { groupBy } from '../core/group-by.ts';
import type { RunStore, SampleVerdict } from '../run/ports.ts';
import type { Run } from '../run/run.ts';

/** What one run made of a sample. */
export interface RunVerdicts {
  readonly run: Run;
  /** At least one, by rising index. */
  readonly attempts: readonly SampleVerdict[];
}

/**
 * What the stored runs made of a sample, the newest run first; runs that have no attempt at it are left out.
 * @throws {StorageError}
 */
export async function verdictsInRuns(
  sampleId: SampleId,
  store: Pick<RunStore, 'listRuns' | 'listVerdicts'>,
): Promise<readonly RunVerdicts[]> {
  const [runs, verdicts] = await Promise.all([store.listRuns(), store.listVerdicts(sampleId)]);
  const byRun = groupBy(verdicts, ({ runId }) => runId);
  return runs.flatMap((run) => {
    const attempts = byRun.get(run.id);
    return attempts === undefined ? [] : [{ run, attempts }];
  });
}
