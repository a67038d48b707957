import { strategyOf } from '../../core/prompts/index.ts';
import type { RunPlan } from '../../run/run.ts';

/** The title of a plan's strategy; its id where this version of the site has none of that name. */
export function strategyTitle(plan: Pick<RunPlan, 'task' | 'strategy' | 'template'>): string {
  return strategyOf(plan)?.title ?? plan.strategy;
}
