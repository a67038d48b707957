import type { Calibration } from '../protocol.ts';
import type { Engine } from './start-engine.ts';

/**
 * How many milliseconds this device needs for a fixed piece of Python (50,000 additions), so that time
 * limits can be stretched where it is slow. The fastest round tells what the device can do; the mean also
 * what else takes its time.
 */
export function calibrate(engine: Engine, rounds: number, now: () => number): Calibration {
  const times = Array.from({ length: rounds }, () => {
    const started = now();
    engine.judge.setUp('for _ in range(50_000): _ + 1');
    return now() - started;
  });
  const sum = times.reduce((total, ms) => total + ms, 0);
  return { fastestMs: Math.min(...times), meanMs: sum / rounds };
}
