import type { RunSummary } from '../../core/share/index.ts';
import { plural } from './format.ts';
import { strategyTitle } from './strategy-title.ts';
import { taskTitle } from './words.ts';

type Named = Pick<
  RunSummary,
  'model' | 'task' | 'strategy' | 'own' | 'attemptsPerSample' | 'samples' | 'temperature' | 'seed'
>;

/** What can tell runs apart, the most telling first. */
const PARTS: readonly ((run: Named) => string)[] = [
  ({ model }) => model.title,
  ({ task }) => taskTitle(task),
  strategyTitle,
  ({ samples }) => plural(samples.length, 'sample'),
  ({ attemptsPerSample }) => plural(attemptsPerSample, 'attempt'),
  ({ temperature }) => `temperature ${temperature}`,
  ({ seed }) => `seed ${seed}`,
];

/**
 * Short names for runs that stand side by side: only what differs between them, so that strategies of one model
 * are called by the strategy, and models by the model. Runs that agree in everything are numbered.
 */
export function namesOf(runs: readonly Named[]): readonly string[] {
  const telling = PARTS.filter((part) => new Set(runs.map(part)).size > 1);
  const [model] = PARTS;
  const parts = telling.length === 0 && model !== undefined ? [model] : telling;
  let names = runs.map(() => '');
  for (const part of parts) {
    // The first parts that tell all of them apart are enough.
    if (names.every((name) => name !== '') && new Set(names).size === runs.length) break;
    names = names.map((name, index) => {
      const run = runs[index];
      if (run === undefined) return name;
      return name === '' ? part(run) : `${name}, ${part(run)}`;
    });
  }
  return names.map((name, index) => {
    const same = names.filter((other) => other === name);
    const nth = names.slice(0, index + 1).filter((other) => other === name).length;
    return same.length === 1 ? name : `${name} (${nth})`;
  });
}
