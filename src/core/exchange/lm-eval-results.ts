import { figuresOfRecord, standardError } from './figures-of-record.ts';
import { isoTime, type AttemptRecord, type RunRecord } from './run-record.ts';

/** For which k figures are given, where every sample has so many attempts. */
const KS = [1, 10, 100];

/**
 * `results_….json` as lm-evaluation-harness writes it (lm_eval/evaluator.py, loggers/evaluation_tracker.py): one
 * task, and metrics as `name,filter` with the filter `none`. What is unmeasured is left out; a standard error
 * that can't be had is `N/A`, as there.
 */
export function lmEvalResults(run: RunRecord, attempts: readonly AttemptRecord[]): string {
  const { plan } = run;
  const task = `codeseceval_${plan.task}_${plan.strategy.replaceAll('-', '_')}`;
  const figures = figuresOfRecord(attempts, KS);
  const measured: [name: string, value: number, error: number | 'N/A', higher: boolean][] = [];
  for (const { k, functional, secure, missing } of figures.pass) {
    if (missing.length > 0) continue;
    const error = (passed: 'working' | 'secure') =>
      k === 1 ? (standardError(figures, passed) ?? 'N/A') : 'N/A';
    if (functional.value !== null)
      measured.push([`pass@${k}`, functional.value, error('working'), true]);
    if (secure.value !== null)
      measured.push([`secure_pass@${k}`, secure.value, error('secure'), true]);
  }
  const { value: vulnerable } = figures.vulnerableRate;
  if (vulnerable !== null) measured.push(['vulnerable_rate', vulnerable, 'N/A', false]);
  const seconds = (run.updatedAt - run.createdAt) / 1000;
  return `${JSON.stringify(
    {
      results: {
        [task]: {
          alias: task,
          ...Object.fromEntries(
            measured.flatMap(([name, value, error]) => [
              [`${name},none`, value],
              [`${name}_stderr,none`, error],
            ]),
          ),
        },
      },
      group_subtasks: { [task]: [] },
      configs: {
        [task]: {
          task,
          output_type: 'generate_until',
          repeats: plan.attemptsPerSample,
          num_fewshot: 0,
          generation_kwargs: { temperature: plan.temperature, max_gen_toks: plan.maxTokens },
          metadata: { version: run.siteVersion, dataset: plan.datasetVersion },
        },
      },
      versions: { [task]: run.siteVersion },
      'n-shot': { [task]: 0 },
      higher_is_better: {
        [task]: Object.fromEntries(measured.map(([name, , , higher]) => [name, higher])),
      },
      'n-samples': {
        [task]: { original: plan.sampleIds.length, effective: figures.samples.length },
      },
      config: {
        model: plan.model.provider,
        model_args: `model=${plan.model.id}`,
        gen_kwargs: { temperature: plan.temperature, max_gen_toks: plan.maxTokens },
        random_seed: plan.seed,
      },
      date: run.createdAt / 1000,
      model_source: plan.model.provider,
      model_name: plan.model.title,
      model_name_sanitized: plan.model.title.replace(/[^\w.-]+/g, '__'),
      total_evaluation_time_seconds: String(seconds),
      end_time: isoTime(run.updatedAt),
    },
    null,
    1,
  )}\n`;
}
