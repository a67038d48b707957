import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';

/** Keeps every processor busy, so that tests which depend on speed are found. Returns what ends it. */
export function burnProcessors(): () => void {
  const workers = Array.from(
    { length: availableParallelism() },
    () => new Worker('for (;;) Math.sqrt(Math.random());', { eval: true }),
  );
  return () => {
    for (const worker of workers) void worker.terminate();
  };
}
