import type { SampleId } from '../core/dataset/sample.ts';
import type { Attempt, RunPlan } from './run.ts';

/** One place in a run that an attempt fills. */
export interface Slot {
  readonly sampleId: SampleId;
  /** Counted from 0. */
  readonly index: number;
}

/**
 * Every slot of a plan in the order in which it is run: the first attempt of every sample, then the second,
 * so that a run which is stopped early has something of every sample.
 */
export function slotsOf(plan: Pick<RunPlan, 'sampleIds' | 'attemptsPerSample'>): readonly Slot[] {
  return Array.from({ length: plan.attemptsPerSample }, (_, index) =>
    plan.sampleIds.map((sampleId) => ({ sampleId, index })),
  ).flat();
}

/** The slots that no stored attempt fills. */
export function missingSlots(
  plan: RunPlan,
  stored: readonly Pick<Attempt, 'sampleId' | 'index'>[],
): readonly Slot[] {
  const filled = new Set(stored.map(keyOf));
  return slotsOf(plan).filter((slot) => !filled.has(keyOf(slot)));
}

/** The key of an attempt within its run. */
export function attemptKey(sampleId: SampleId, index: number): string {
  return `${sampleId}#${index}`;
}

function keyOf({ sampleId, index }: Slot): string {
  return attemptKey(sampleId, index);
}
