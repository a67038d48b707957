import { plain as generationPlain } from './generation/plain.ts';
import { vulnerabilityAware } from './generation/vulnerability-aware.ts';
import { explained } from './repair/explained.ts';
import { plain as repairPlain } from './repair/plain.ts';
import type { Strategy, Task } from './strategy.ts';

/** Every strategy, in the order in which the page offers them. A new one is a file and a line here. */
export const STRATEGIES: readonly Strategy[] = [
  generationPlain,
  vulnerabilityAware,
  repairPlain,
  explained,
];

/** The strategies of a task, in the order of the page. */
export function strategiesOf(task: Task): readonly Strategy[] {
  return STRATEGIES.filter((strategy) => strategy.task === task);
}

/** The strategy with this id, or null where this version of the site has none of that name. */
export function findStrategy(task: Task, id: string): Strategy | null {
  return STRATEGIES.find((strategy) => strategy.task === task && strategy.id === id) ?? null;
}
