import type { Engine } from './start-engine.ts';

/**
 * How many milliseconds this device needs for a fixed piece of Python (200,000 additions), so that time
 * limits can be stretched on slow devices. The shortest of three rounds: other work only adds to it.
 */
export function calibrate(engine: Engine, now: () => number): number {
  const rounds = [0, 1, 2].map(() => {
    const started = now();
    engine.judge.setUpBare('for _ in range(200_000): _ + 1');
    return now() - started;
  });
  return Math.min(...rounds);
}
