import * as v from 'valibot';
import type { Dataset, Sample } from '../core/dataset/sample.ts';
import type { Question } from '../core/exchange/prompt-sheet.ts';
import { strategiesOf } from '../core/prompts/index.ts';
import type { Strategy, Task } from '../core/prompts/strategy.ts';
import { selectSamples, validatePlan, type PlanProblem, type Selection } from '../run/plan.ts';
import type { ModelInfo } from '../run/ports.ts';
import { questionsOf } from '../run/questions.ts';
import type { RunPlan } from '../run/run.ts';
import type { ModelShelf } from './model-shelf.svelte.ts';
import type { OwnStrategiesState } from './own-strategies.svelte.ts';
import type { Settings } from './settings.ts';

const selection = v.variant('kind', [
  v.object({ kind: v.literal('quick') }),
  v.object({ kind: v.literal('all') }),
  v.object({ kind: v.literal('cwe'), cwe: v.string() }),
  v.object({ kind: v.literal('difficulty'), difficulty: v.picklist(['easy', 'medium', 'hard']) }),
  v.object({ kind: v.literal('one'), sampleId: v.string() }),
]) satisfies v.GenericSchema<unknown, Selection>;

const choices = v.object({
  task: v.picklist(['generation', 'repair']),
  strategyId: v.string(),
  providerId: v.string(),
  modelId: v.string(),
  selection,
  attemptsPerSample: v.number(),
  temperature: v.number(),
  maxTokens: v.number(),
  seed: v.number(),
  rounds: v.optional(v.number(), 2),
});

/** What the visitor chose for a run, before it is a plan. */
export type Choices = v.InferOutput<typeof choices>;

const DEFAULTS: Choices = {
  task: 'generation',
  strategyId: 'plain',
  providerId: 'reference',
  modelId: 'insecure',
  selection: { kind: 'quick' },
  attemptsPerSample: 1,
  temperature: 0.2,
  maxTokens: 1500,
  seed: 1,
  rounds: 2,
};

const KEY = 'setup';

/** The form that sets up a run. What was started last is the default of the next visit. */
export class SetupState {
  readonly #settings: Settings;
  readonly #shelf: ModelShelf;
  readonly #own: OwnStrategiesState;
  #choices = $state.raw<Choices>(DEFAULTS);

  constructor(settings: Settings, shelf: ModelShelf, own: OwnStrategiesState) {
    this.#settings = settings;
    this.#shelf = shelf;
    this.#own = own;
    const stored = v.safeParse(choices, settings.read(KEY));
    if (stored.success && shelf.provider(stored.output.providerId) !== null) {
      this.#choices = stored.output;
    }
  }

  get choices(): Choices {
    return this.#choices;
  }

  /** The strategies to choose from: those of the site, then the visitor's own. */
  get strategies(): readonly Strategy[] {
    const { task } = this.#choices;
    return [...strategiesOf(task), ...this.#own.strategiesOf(task)];
  }

  /** The strategy in force: the chosen one, or the task's first where it has none of that name. */
  get strategy(): Strategy | null {
    const { strategies } = this;
    return strategies.find(({ id }) => id === this.#choices.strategyId) ?? strategies[0] ?? null;
  }

  /** The chosen model; the recommended one, or the first that fits, where none is chosen. */
  get model(): ModelInfo | null {
    const { models } = this.#shelf.shelf(this.#choices.providerId);
    const fitting = models.filter(({ unfit }) => unfit === undefined);
    return (
      models.find(({ id }) => id === this.#choices.modelId) ??
      fitting.find(({ recommended }) => recommended === true) ??
      fitting[0] ??
      null
    );
  }

  change(part: Partial<Choices>): void {
    this.#choices = { ...this.#choices, ...part };
  }

  samples(dataset: Dataset): readonly Sample[] {
    return selectSamples(dataset.samples, this.#choices.selection);
  }

  /** The plan of the choices; null while no model or no strategy can be named. */
  plan(dataset: Dataset): RunPlan | null {
    const { strategy, model } = this;
    if (strategy === null || model === null) return null;
    const { task, providerId, attemptsPerSample, temperature, maxTokens, seed, rounds } =
      this.#choices;
    const { answers } = model;
    const answered = answers === undefined ? null : new Set(answers.sampleIds);
    return {
      task,
      ...this.#asked(strategy),
      model: { provider: providerId, id: model.id, title: model.title },
      sampleIds: this.samples(dataset)
        .map(({ id }) => id)
        .filter((id) => answered?.has(id) ?? true),
      attemptsPerSample: Math.min(attemptsPerSample, answers?.attemptsPerSample ?? Infinity),
      temperature,
      maxTokens,
      seed,
      datasetVersion: dataset.version,
      // Answers that are there already can't be mended.
      ...(strategy.followUp === undefined || answered !== null ? {} : { rounds }),
    };
  }

  /** What would be asked, without any model; null where that can't be known before tests have run. */
  questions(dataset: Dataset): readonly Question[] | null {
    const { strategy } = this;
    if (strategy === null) return null;
    const { task, attemptsPerSample, seed } = this.#choices;
    const sampleIds = this.samples(dataset).map(({ id }) => id);
    return questionsOf(
      { task, ...this.#asked(strategy), sampleIds, attemptsPerSample, seed },
      dataset,
    );
  }

  /** How a plan names a strategy; one of the visitor's own with its text. */
  #asked({ id, task }: Strategy): Pick<RunPlan, 'strategy' | 'template'> {
    const template = this.#own.find(task, id);
    return { strategy: id, ...(template === null ? {} : { template }) };
  }

  problems(plan: RunPlan, dataset: Dataset): readonly PlanProblem[] {
    const { providerId } = this.#choices;
    return validatePlan(plan, dataset, this.#shelf.provider(providerId)?.capabilities);
  }

  remember(): void {
    this.#settings.write(KEY, this.#choices);
  }
}

/** The plan of a first try: one sample of each type, answered by the insecure reference solutions. */
export function firstTryPlan(dataset: Dataset): RunPlan {
  return {
    task: 'generation',
    strategy: 'plain',
    model: { provider: 'reference', id: 'insecure', title: 'Insecure reference' },
    sampleIds: selectSamples(dataset.samples, { kind: 'quick' }).map(({ id }) => id),
    attemptsPerSample: 1,
    temperature: DEFAULTS.temperature,
    maxTokens: DEFAULTS.maxTokens,
    seed: DEFAULTS.seed,
    datasetVersion: dataset.version,
  };
}

/** The plan of "Try it yourself": one sample, written by the visitor. */
export function manualPlan(dataset: Dataset, sampleId: string, task: Task): RunPlan {
  return {
    ...firstTryPlan(dataset),
    task,
    strategy: strategiesOf(task)[0]?.id ?? 'plain',
    model: { provider: 'manual', id: 'visitor', title: 'You' },
    sampleIds: [sampleId],
  };
}
