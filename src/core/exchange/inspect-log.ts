import { figuresOfRecord, standardError } from './figures-of-record.ts';
import { inspectSample, SCORERS } from './inspect-sample.ts';
import { inOrder, isoTime, type AttemptRecord, type RunRecord } from './run-record.ts';

/**
 * A log of Inspect as JSON, version 2 (`EvalLog` in inspect_ai/log/_log.py; the order of its fields matters to
 * readers that stop early). There are two scorers: `functional`, and `secure` for code that works and resists;
 * their accuracy is pass@1 and secure-pass@1. An inconclusive attempt is a sample with an error and no score.
 */
export function inspectLog(run: RunRecord, attempts: readonly AttemptRecord[]): string {
  const { plan } = run;
  const model = `${plan.model.provider}/${plan.model.title}`;
  const generation = {
    temperature: plan.temperature,
    max_tokens: plan.maxTokens,
    seed: plan.seed,
  };
  const samples = inOrder(attempts).map((attempt) => inspectSample(attempt, model));
  return `${JSON.stringify(
    {
      version: 2,
      status: run.state === 'finished' ? 'success' : 'cancelled',
      eval: {
        eval_id: run.id,
        run_id: run.id,
        created: isoTime(run.createdAt),
        task: 'codeseceval',
        task_id: run.id,
        task_version: run.siteVersion,
        task_attribs: {},
        task_args: { task: plan.task, strategy: plan.strategy },
        task_args_passed: {},
        dataset: {
          name: 'codeseceval',
          samples: plan.sampleIds.length,
          sample_ids: plan.sampleIds,
          shuffled: false,
        },
        model,
        model_generate_config: generation,
        model_args: {},
        config: { epochs: plan.attemptsPerSample, epochs_reducer: ['mean'] },
        packages: {},
        scorers: SCORERS.map((name) => ({
          name,
          metrics: [{ name: 'accuracy' }, { name: 'stderr' }],
        })),
        metadata: {
          dataset_version: plan.datasetVersion,
          site_version: run.siteVersion,
          ...(run.provenance === undefined
            ? {}
            : {
                sandbox_version: run.provenance.sandboxVersion,
                engine: run.provenance.engine ?? null,
              }),
        },
      },
      plan: {
        name: 'plan',
        steps: [{ solver: 'generate', params: {}, params_passed: {} }],
        config: generation,
      },
      results: resultsOf(run, attempts),
      stats: {
        started_at: isoTime(run.createdAt),
        completed_at: isoTime(run.updatedAt),
        model_usage: { [model]: usageOf(attempts) },
      },
      samples,
    },
    null,
    1,
  )}\n`;
}

function resultsOf({ plan }: RunRecord, attempts: readonly AttemptRecord[]): object {
  const figures = figuresOfRecord(attempts, [1]);
  const [first] = figures.pass;
  const unscored = figures.coverage.all - figures.coverage.conclusive;
  const metricsOf = (value: number | null | undefined, error: number | null): object => ({
    ...(value === null || value === undefined ? {} : { accuracy: metric('accuracy', value) }),
    ...(error === null ? {} : { stderr: metric('stderr', error) }),
  });
  const metrics = {
    functional: metricsOf(first?.functional.value, standardError(figures, 'working')),
    secure: metricsOf(first?.secure.value, standardError(figures, 'secure')),
  };
  return {
    total_samples: plan.sampleIds.length * plan.attemptsPerSample,
    completed_samples: attempts.length - unscored,
    scores: SCORERS.map((name) => ({
      name,
      scorer: name,
      reducer: 'mean',
      scored_samples: first?.samples ?? 0,
      unscored_samples: first?.missing.length ?? 0,
      params: {},
      metrics: metrics[name],
    })),
  };
}

function metric(name: string, value: number): object {
  return { name, value, params: {} };
}

function usageOf(attempts: readonly AttemptRecord[]): object {
  const sum = (part: 'prompt' | 'completion'): number =>
    attempts.reduce((total, { completion }) => total + (completion.usage?.[part] ?? 0), 0);
  const [input, output] = [sum('prompt'), sum('completion')];
  return { input_tokens: input, output_tokens: output, total_tokens: input + output };
}
