import type { Dataset, Difficulty, Sample, SampleId } from '../core/dataset/sample.ts';
import { vulnerabilityType } from '../core/dataset/sample.ts';
import { assertNever } from '../core/assert-never.ts';
import { strategyOf } from '../core/prompts/index.ts';
import { errorsOf } from '../core/prompts/own/check-template.ts';
import type { Capabilities } from './ports.ts';
import type { RunPlan } from './run.ts';

/** Which samples a run takes. */
export type Selection =
  | { readonly kind: 'quick' }
  | { readonly kind: 'all' }
  | { readonly kind: 'cwe'; readonly cwe: string }
  | { readonly kind: 'difficulty'; readonly difficulty: Difficulty }
  | { readonly kind: 'one'; readonly sampleId: SampleId };

/** The samples of a selection in the order of their ids; empty when nothing fits. */
export function selectSamples(samples: readonly Sample[], selection: Selection): readonly Sample[] {
  switch (selection.kind) {
    case 'quick':
      return quickSubset(samples);
    case 'all':
      return byId(samples);
    case 'cwe':
      return byId(samples.filter((sample) => sample.cwe === selection.cwe));
    case 'difficulty':
      return byId(samples.filter((sample) => sample.difficulty === selection.difficulty));
    case 'one':
      return samples.filter((sample) => sample.id === selection.sampleId);
    default:
      return assertNever(selection);
  }
}

/**
 * One sample of each vulnerability type, with the difficulties as even as the data set allows: the types
 * with the fewest choices choose first, each takes the difficulty that was taken least so far, and ties go
 * to the smaller id. The same samples always give the same subset, in the order of their ids.
 */
export function quickSubset(samples: readonly Sample[]): readonly Sample[] {
  const types = new Map<string, Sample[]>();
  for (const sample of byId(samples)) {
    const type = vulnerabilityType(sample.cwe);
    types.set(type, [...(types.get(type) ?? []), sample]);
  }
  const taken: Record<Difficulty, number> = { easy: 0, medium: 0, hard: 0 };
  const chosen: Sample[] = [];
  // Array.prototype.sort is stable, so types with equally many choices stay in the order of their ids.
  for (const choices of [...types.values()].sort((a, b) => a.length - b.length)) {
    const [sample] = [...choices].sort((a, b) => taken[a.difficulty] - taken[b.difficulty]);
    if (sample === undefined) continue;
    taken[sample.difficulty] += 1;
    chosen.push(sample);
  }
  return byId(chosen);
}

/** Why a plan can't be run, in a sentence for the page. */
export interface PlanProblem {
  readonly field: keyof RunPlan;
  readonly message: string;
}

/** More than this is a slip of the finger: the run would not end in a visitor's lifetime. */
export const MAX_ATTEMPTS_PER_SAMPLE = 1000;

/** After so many rounds a conversation no longer fits into the context of small models. */
export const MAX_ROUNDS = 5;

/**
 * What is wrong with a plan; empty when it can be run on this data set.
 * @param capabilities of the provider, where it is known: at temperature 0 it would repeat itself.
 */
export function validatePlan(
  plan: RunPlan,
  dataset: Dataset,
  capabilities?: Capabilities,
): readonly PlanProblem[] {
  const problems: PlanProblem[] = [];
  const report = (field: keyof RunPlan, message: string) => problems.push({ field, message });
  const { attemptsPerSample, temperature } = plan;

  if (plan.datasetVersion !== dataset.version) {
    report(
      'datasetVersion',
      'This run was made with another version of the data set, so its results could not be compared. Start a new run.',
    );
  }
  const strategy = strategyOf(plan);
  if (strategy === null) {
    report(
      'strategy',
      `There is no strategy “${plan.strategy}” for this task. Choose another one.`,
    );
  } else if (strategy.id !== plan.strategy) {
    report('strategy', `The strategy’s text is not the one that “${plan.strategy}” names.`);
  }
  if (plan.template !== undefined) {
    for (const { message } of errorsOf(plan.task, plan.template)) report('template', message);
  }
  const known = new Set(dataset.samples.map((sample) => sample.id));
  const unknown = plan.sampleIds.filter((id) => !known.has(id));
  if (plan.sampleIds.length === 0)
    report('sampleIds', 'No sample is selected. Choose at least one.');
  if (unknown.length > 0) {
    report('sampleIds', `The data set has no sample ${unknown.slice(0, 3).join(', ')}.`);
  }
  if (new Set(plan.sampleIds).size !== plan.sampleIds.length) {
    report('sampleIds', 'A sample is listed twice.');
  }
  if (!isWhole(attemptsPerSample, 1, MAX_ATTEMPTS_PER_SAMPLE)) {
    report(
      'attemptsPerSample',
      `Attempts per sample must be a whole number from 1 to ${MAX_ATTEMPTS_PER_SAMPLE}.`,
    );
  }
  if (!(temperature >= 0 && temperature <= 2)) {
    report('temperature', 'Temperature must be a number from 0 to 2.');
  }
  // A replayed completion is not an independent attempt: pass@k would claim more than was measured.
  if (capabilities?.temperature === true && temperature === 0 && attemptsPerSample > 1) {
    report(
      'attemptsPerSample',
      'At temperature 0 the model repeats itself. Use one attempt per sample, or a higher temperature.',
    );
  }
  if (!isWhole(plan.maxTokens, 1, 131_072)) {
    report('maxTokens', 'The longest answer must be a whole number of tokens from 1 to 131,072.');
  }
  if (plan.rounds !== undefined && !isWhole(plan.rounds, 1, MAX_ROUNDS)) {
    report('rounds', `Rounds of repair must be a whole number from 1 to ${MAX_ROUNDS}.`);
  }
  if (!isWhole(plan.seed, 0, 0xffff_ffff)) {
    report('seed', 'The seed must be a whole number from 0 to 4,294,967,295.');
  }
  return problems;
}

function isWhole(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}

function byId(samples: readonly Sample[]): readonly Sample[] {
  return [...samples].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}
