import type { Dataset } from '../core/dataset/sample.ts';
import type { Question } from '../core/exchange/prompt-sheet.ts';
import { strategyOf } from '../core/prompts/index.ts';
import type { RunPlan } from './run.ts';
import { slotsOf } from './slots.ts';

/** What decides the first questions of a run. */
export type Asked = Pick<
  RunPlan,
  'task' | 'strategy' | 'template' | 'sampleIds' | 'attemptsPerSample' | 'seed'
>;

/**
 * The first question of every attempt, in the order in which a run asks them. Null where the questions can't be
 * known ahead: the strategy is unknown, or tells what tests showed.
 */
export function questionsOf(asked: Asked, dataset: Dataset): readonly Question[] | null {
  const strategy = strategyOf(asked);
  if (strategy === null || strategy.sees !== undefined) return null;
  const context = { samples: dataset.samples, seed: asked.seed, insecureFailures: [] };
  const wanted = new Set(asked.sampleIds);
  const messages = new Map(
    dataset.samples
      .filter(({ id }) => wanted.has(id))
      .map((sample) => [sample.id, strategy.messages(sample, context)]),
  );
  return slotsOf(asked).flatMap((slot) => {
    const ofSample = messages.get(slot.sampleId);
    return ofSample === undefined ? [] : [{ ...slot, messages: ofSample }];
  });
}
