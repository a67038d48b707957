import { strategyOf } from '../../core/prompts/index.ts';
import type { RunSummary } from '../../core/share/index.ts';
import type { RunPlan } from '../../run/run.ts';

/** The title of a run's strategy; its id where neither this version of the site nor the run tells one. */
export function strategyTitle(
  run: Pick<RunPlan, 'task' | 'strategy' | 'template'> & Pick<RunSummary, 'own'>,
): string {
  return strategyOf(run)?.title ?? run.own?.title ?? run.strategy;
}
