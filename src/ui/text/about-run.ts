import { findStrategy } from '../../core/prompts/index.ts';
import type { RunSummary } from '../../core/share/index.ts';
import { plural } from './format.ts';
import { taskTitle } from './words.ts';

/** What a run was, in a line: `Code generation · Plain · 43 samples × 3 · 2026-11-22`. */
export function aboutSummary(
  summary: Pick<RunSummary, 'task' | 'strategy' | 'attemptsPerSample' | 'samples' | 'finishedOn'>,
): string {
  const { task, strategy, attemptsPerSample, samples, finishedOn } = summary;
  return [
    taskTitle(task),
    findStrategy(task, strategy)?.title ?? strategy,
    `${plural(samples.length, 'sample')} × ${attemptsPerSample}`,
    finishedOn,
  ].join(' · ');
}
