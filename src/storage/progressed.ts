import type { Run } from '../run/run.ts';

/** The run with one more attempt stored at the time `now` (milliseconds since 1970). */
export function progressed(run: Run, now: number): Run {
  const done = run.done + 1;
  return { ...run, done, state: done >= run.total ? 'finished' : 'open', updatedAt: now };
}
