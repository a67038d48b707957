import * as v from 'valibot';
import { errorsOf } from '../core/prompts/own/check-template.ts';
import { ownStrategy, ownStrategyId, type PromptTemplate } from '../core/prompts/own/template.ts';
import type { Strategy, Task } from '../core/prompts/strategy.ts';
import type { Settings } from './settings.ts';

const KEY = 'own-strategies';
const stored = v.array(
  v.object({
    task: v.picklist(['generation', 'repair']),
    title: v.string(),
    system: v.string(),
    user: v.string(),
  }),
);

/** A strategy of the visitor's own, with the task that it is for. */
export interface OwnTemplate extends PromptTemplate {
  readonly task: Task;
}

/** The strategies that the visitor wrote, remembered on this device. Runs keep a copy of what they used. */
export class OwnStrategiesState {
  readonly #settings: Settings;
  #list = $state.raw<readonly OwnTemplate[]>([]);

  constructor(settings: Settings) {
    this.#settings = settings;
    const kept = v.safeParse(stored, settings.read(KEY));
    // An older version, or a backup of another page, may have taken what isn't taken any more.
    if (kept.success)
      this.#list = kept.output.filter((own) => errorsOf(own.task, own).length === 0);
  }

  /** The strategies for a task, in the order in which they were written. */
  strategiesOf(task: Task): readonly Strategy[] {
    return this.#list.filter((own) => own.task === task).map((own) => ownStrategy(task, own));
  }

  /** The template of a strategy; null where there is none of that id. */
  find(task: Task, id: string): PromptTemplate | null {
    const own = this.#list.find((each) => each.task === task && idOf(each) === id);
    if (own === undefined) return null;
    const { title, system, user } = own;
    return { title, system, user };
  }

  /**
   * Keeps a strategy, in the place of the one that was changed, or at the end; one that asks the same is replaced.
   * The template must have no errors.
   *
   * @param changed the id of the strategy that was changed; null for a new one
   * @returns the id of what is kept
   */
  put(task: Task, template: PromptTemplate, changed: string | null): string {
    const { title, system, user } = template;
    const own = { task, title: title.trim(), system, user };
    const id = idOf(own);
    const isChanged = (each: OwnTemplate): boolean => each.task === task && idOf(each) === changed;
    const others = this.#list.filter((each) => isChanged(each) || idOf(each) !== id);
    this.#keep(
      others.some(isChanged)
        ? others.map((each) => (isChanged(each) ? own : each))
        : [...others, own],
    );
    return id;
  }

  remove(id: string): void {
    this.#keep(this.#list.filter((each) => idOf(each) !== id));
  }

  #keep(list: readonly OwnTemplate[]): void {
    this.#list = list;
    this.#settings.write(KEY, list);
  }
}

function idOf(own: OwnTemplate): string {
  return ownStrategyId(own.task, own);
}
