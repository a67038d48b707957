import type { RunSummary } from '../../core/share/index.ts';
import { plural } from './format.ts';
import { strategyTitle } from './strategy-title.ts';
import { taskTitle } from './words.ts';

/** What a run was, in a line: `Code generation · Plain · 43 samples × 3 · 2026-11-22`. */
export function aboutSummary(
  summary: Pick<
    RunSummary,
    'task' | 'strategy' | 'own' | 'attemptsPerSample' | 'samples' | 'finishedOn'
  >,
): string {
  const { task, attemptsPerSample, samples, finishedOn } = summary;
  return [
    taskTitle(task),
    strategyTitle(summary),
    `${plural(samples.length, 'sample')} × ${attemptsPerSample}`,
    finishedOn,
  ].join(' · ');
}
