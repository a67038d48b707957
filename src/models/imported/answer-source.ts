import type { ImportedCompletion } from '../../core/exchange/answer.ts';
import type { AnswerSetStore, DeviceInfo, RunStore, Session } from '../../run/ports.ts';
import { ProviderError } from '../../run/ports.ts';
import { replayedRun } from '../../run/score-again.ts';

/** Where stored answers are looked up. */
export interface AnswerStores {
  readonly answerSets: AnswerSetStore;
  readonly runs: Pick<RunStore, 'getRun' | 'listAttempts'>;
}

/** Answers, and what is known of how they were made. */
export interface AnswerSource {
  readonly answers: readonly ImportedCompletion[];
  readonly device: DeviceInfo;
  readonly engine?: string;
  readonly honours?: NonNullable<Session['honours']>;
}

/**
 * The answers of a model id: those of a stored run for `run:<id>`, else of a set that came from a file.
 * @throws {ProviderError} where they aren't there
 */
export async function answersOf(modelId: string, stores: AnswerStores): Promise<AnswerSource> {
  const runId = replayedRun(modelId);
  if (runId === null) {
    const answers = await stores.answerSets.getAnswers(modelId);
    if (answers === null) throw gone('The answers of this run are no longer kept in this browser.');
    return { answers, device: { backend: 'none' } };
  }
  const run = await stores.runs.getRun(runId);
  if (run === null) throw gone('The run whose answers are scored again is not in this browser.');
  const attempts = await stores.runs.listAttempts(runId);
  const { provenance } = run;
  return {
    answers: attempts.map(({ sampleId, index, completion: { text, finish } }) => ({
      sampleId,
      index,
      text,
      ...(finish === 'length' ? { finish } : {}),
    })),
    device: provenance?.device ?? { backend: 'none' },
    ...(provenance?.engine === undefined ? {} : { engine: provenance.engine }),
    ...(provenance === undefined ? {} : { honours: provenance.honours }),
  };
}

function gone(what: string): ProviderError {
  return new ProviderError(
    'bad-file',
    `${what} Open the file again on the page “New run”; what was scored so far can still be read.`,
  );
}
