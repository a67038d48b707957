import type { Task } from '../core/prompts/strategy.ts';
import type { RunSummary } from '../core/share/index.ts';

/** The runs of one model by strategy and task; runs are named by their places in the list. */
export interface StrategyTable {
  /** In the order in which the strategies first come, the plain one before all others. */
  readonly rows: readonly {
    readonly strategy: string;
    /** The run of each task; absent where there is none. */
    readonly runs: Readonly<Partial<Record<Task, number>>>;
  }[];
  /** Only tasks that a run has. */
  readonly tasks: readonly Task[];
  /** For each run that is compared with the plain run of its task: that run. */
  readonly plainOf: ReadonlyMap<number, number>;
  /** Runs whose strategy and task have another run before them: they are in no cell. */
  readonly left: readonly number[];
}

const TASKS: readonly Task[] = ['generation', 'repair'];
const PLAIN = 'plain';

/** The table of runs that are all of one model; null for several models, and where there is but one strategy. */
export function strategyTable(
  summaries: readonly Pick<RunSummary, 'task' | 'strategy' | 'model'>[],
): StrategyTable | null {
  const models = new Set(summaries.map(({ model }) => JSON.stringify([model.provider, model.id])));
  const rows = new Map<string, Partial<Record<Task, number>>>();
  const left: number[] = [];
  for (const [index, { strategy, task }] of summaries.entries()) {
    const runs = rows.get(strategy) ?? {};
    if (runs[task] === undefined) rows.set(strategy, { ...runs, [task]: index });
    else left.push(index);
  }
  if (models.size !== 1 || rows.size < 2) return null;
  const plain = rows.get(PLAIN) ?? {};
  const others = [...rows].filter(([strategy]) => strategy !== PLAIN);
  const plainOf = new Map<number, number>();
  for (const [, runs] of others) {
    for (const task of TASKS) {
      const [run, base] = [runs[task], plain[task]];
      if (run !== undefined && base !== undefined) plainOf.set(run, base);
    }
  }
  const ordered = [...rows].toSorted(([a], [b]) => Number(b === PLAIN) - Number(a === PLAIN));
  return {
    rows: ordered.map(([strategy, runs]) => ({ strategy, runs })),
    tasks: TASKS.filter((task) => summaries.some((summary) => summary.task === task)),
    plainOf,
    left,
  };
}
