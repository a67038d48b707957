import { cweHint as generationCweHint } from './generation/cwe-hint.ts';
import { fewShot1, fewShot2 } from './generation/few-shot.ts';
import { plain as generationPlain } from './generation/plain.ts';
import { securityReminder } from './generation/security-reminder.ts';
import { selfRepair } from './generation/self-repair.ts';
import { vulnerabilityAware } from './generation/vulnerability-aware.ts';
import { ownStrategy, type PromptTemplate } from './own/template.ts';
import { cweHint as repairCweHint } from './repair/cwe-hint.ts';
import { explained } from './repair/explained.ts';
import { plain as repairPlain } from './repair/plain.ts';
import { testFeedback } from './repair/test-feedback.ts';
import type { Strategy, Task } from './strategy.ts';

/** Every strategy, in the order in which the page offers them. A new one is a file and a line here. */
export const STRATEGIES: readonly Strategy[] = [
  generationPlain,
  vulnerabilityAware,
  securityReminder,
  generationCweHint,
  fewShot1,
  fewShot2,
  selfRepair,
  repairPlain,
  explained,
  repairCweHint,
  testFeedback,
];

/** The strategies of a task, in the order of the page. */
export function strategiesOf(task: Task): readonly Strategy[] {
  return STRATEGIES.filter((strategy) => strategy.task === task);
}

/** The strategy with this id, or null where this version of the site has none of that name. */
export function findStrategy(task: Task, id: string): Strategy | null {
  return STRATEGIES.find((strategy) => strategy.task === task && strategy.id === id) ?? null;
}

/**
 * The strategy of a plan: of its own template where it has one, else the one of that name; null where this version of
 * the site has none.
 */
export function strategyOf(plan: {
  readonly task: Task;
  readonly strategy: string;
  readonly template?: PromptTemplate;
}): Strategy | null {
  const { task, strategy, template } = plan;
  return template === undefined ? findStrategy(task, strategy) : ownStrategy(task, template);
}
