import type { CweId, SampleId } from '../dataset/sample.ts';
import { groupBy } from '../group-by.ts';
import { countVerdicts, tallyOf, type VerdictCounts } from '../metrics/verdict-counts.ts';
import { strategyOf } from '../prompts/index.ts';
import type { PromptTemplate } from '../prompts/own/template.ts';
import type { Task } from '../prompts/strategy.ts';
import type { Verdict } from '../verdicts/verdict.ts';

/** What a link tells of a run: the plan and how many attempts of each sample had each verdict; no code. */
export interface RunSummary {
  /** The first 12 hex digits of the data set's version. */
  readonly datasetVersion: string;
  readonly task: Task;
  readonly strategy: string;
  /** What is known of a strategy that a visitor wrote; `strategy` is its id. */
  readonly own?: { readonly title: string; readonly informed: boolean };
  /** Rounds of repair; absent where the strategy has none, and in links of the first version. 0 to 6. */
  readonly rounds?: number;
  readonly model: { readonly provider: string; readonly id: string; readonly title: string };
  /** 1 to 1,000. */
  readonly attemptsPerSample: number;
  /** To three decimals. */
  readonly temperature: number;
  readonly maxTokens: number;
  readonly seed: number;
  readonly siteVersion: string;
  /** Day of the last change in UTC: `2026-11-22`. */
  readonly finishedOn: string;
  /** What it ran on, in words; may be empty. */
  readonly device: string;
  /** Every sample of the plan; attempts that are missing in the counts were not made. */
  readonly samples: readonly SampleSummary[];
}

export interface SampleSummary {
  readonly id: SampleId;
  readonly counts: VerdictCounts;
}

/** What a summary needs of a run. A `Run` fits. */
export interface SummarizedRun {
  readonly plan: Pick<
    RunSummary,
    'task' | 'strategy' | 'model' | 'attemptsPerSample' | 'temperature' | 'maxTokens' | 'seed'
  > & {
    readonly template?: PromptTemplate;
    readonly rounds?: number;
    readonly datasetVersion: string;
    readonly sampleIds: readonly SampleId[];
  };
  readonly siteVersion: string;
  /** Milliseconds since 1970. */
  readonly updatedAt: number;
}

/** Sums up a run from its attempts; `device` says in words what it ran on, where that is known. */
export function summarize(
  run: SummarizedRun,
  attempts: readonly { readonly sampleId: SampleId; readonly verdict: Verdict }[],
  device = '',
): RunSummary {
  const { plan } = run;
  const strategy = strategyOf(plan);
  const ofSample = groupBy(attempts, (attempt) => attempt.sampleId);
  return {
    datasetVersion: plan.datasetVersion.slice(0, DATASET_DIGITS),
    task: plan.task,
    strategy: plan.strategy,
    ...(plan.template === undefined
      ? {}
      : { own: { title: plan.template.title, informed: strategy?.informed === true } }),
    ...(strategy?.followUp === undefined ? {} : { rounds: plan.rounds ?? 0 }),
    model: { provider: plan.model.provider, id: plan.model.id, title: plan.model.title },
    attemptsPerSample: plan.attemptsPerSample,
    temperature: plan.temperature,
    maxTokens: plan.maxTokens,
    seed: plan.seed,
    siteVersion: run.siteVersion,
    finishedOn: new Date(run.updatedAt).toISOString().slice(0, 10),
    device,
    samples: plan.sampleIds
      .toSorted()
      .map((id) => ({ id, counts: countVerdicts((ofSample.get(id) ?? []).map((a) => a.verdict)) })),
  };
}

/**
 * The samples of a summary in the shape that `figuresOfCounts` takes. Samples without any attempt are left
 * out, as they are where figures are made of attempts: so both give the same digits.
 */
export function sampleFiguresOf(
  summary: RunSummary,
): readonly { readonly sampleId: SampleId; readonly cwe: CweId; readonly counts: VerdictCounts }[] {
  return summary.samples
    .filter(({ counts }) => tallyOf(counts).all > 0)
    .map(({ id, counts }) => ({ sampleId: id, cwe: id.slice(0, id.indexOf('/')), counts }));
}

/** Digits of the data set's version that a summary keeps. */
export const DATASET_DIGITS = 12;
