import type { LoadFailure, TestResult } from '../../core/verdicts/observation.ts';
import type { AttemptRequest, JudgeEvent } from '../protocol.ts';
import type { DeviceLimits } from './limits.ts';
import type { SandboxWorker } from './sandbox-worker.ts';

/** A test's result with the milliseconds that it took. */
export interface TimedResult {
  readonly result: TestResult;
  readonly ms: number;
}

/** How one go on one worker ended. */
export type PassEnd =
  | { readonly kind: 'finished' }
  | { readonly kind: 'load-failed'; readonly failure: LoadFailure }
  /** A limit passed while loading, or in the test of this name. */
  | { readonly kind: 'timeout'; readonly test: string | null; readonly limitMs: number }
  | { readonly kind: 'engine-failed'; readonly detail: string };

/** What one go on one worker showed. */
export interface Pass {
  readonly end: PassEnd;
  readonly results: ReadonlyMap<string, TimedResult>;
  /** Whether the worker can take another attempt. */
  readonly reusable: boolean;
}

/**
 * Runs a job on a worker. The clock is ours: it starts when the judge says that it loads the code or starts
 * a test, and when it runs out the worker is ended, since Python in a loop can't be interrupted.
 *
 * @throws the signal's reason on abort; the worker is ended then
 */
export async function runPass(
  worker: SandboxWorker,
  job: AttemptRequest['job'],
  limits: DeviceLimits,
  signal: AbortSignal,
): Promise<Pass> {
  signal.throwIfAborted();
  const results = new Map<string, TimedResult>();
  let end: PassEnd | null = null;
  let started = performance.now();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const stop = (reason: PassEnd): void => {
    end ??= reason;
    worker.end('stopped by the page');
  };
  const startClock = (limitMs: number, late: PassEnd): void => {
    clearTimeout(timer);
    started = performance.now();
    timer = setTimeout(() => stop(late), limitMs);
  };
  const watchSilence = (): void =>
    startClock(limits.silenceMs, { kind: 'engine-failed', detail: 'the judge fell silent' });

  // Tests that were asked for and have not begun; the judge begins each once, one after the other.
  const due = job.only === null ? null : new Set(job.only);
  let running: string | null = null;
  const outOfOrder = (event: JudgeEvent): void =>
    stop({ kind: 'engine-failed', detail: `the judge told of ${event.event} out of order` });

  const onEvent = (event: JudgeEvent): void => {
    if (end !== null) return;
    switch (event.event) {
      case 'loading':
        return startClock(limits.loadMs, { kind: 'timeout', test: null, limitMs: limits.loadMs });
      case 'loaded':
        return watchSilence();
      case 'load-failed':
        end = { kind: 'load-failed', failure: event.failure };
        return watchSilence();
      case 'test-started': {
        if (running !== null || results.has(event.name) || due?.delete(event.name) === false) {
          return outOfOrder(event);
        }
        running = event.name;
        const limitMs = limits.testMs(event.name);
        return startClock(limitMs, { kind: 'timeout', test: event.name, limitMs });
      }
      case 'test-finished':
        if (event.name !== running) return outOfOrder(event);
        running = null;
        results.set(event.name, { result: event.result, ms: performance.now() - started });
        return watchSilence();
      case 'harness-failed':
        end = { kind: 'engine-failed', detail: event.detail };
        return watchSilence();
    }
  };

  const onAbort = (): void => worker.end('aborted');
  signal.addEventListener('abort', onAbort);
  const tooLong = {
    kind: 'engine-failed',
    detail: 'the attempt took too long altogether',
  } as const;
  const deadline = setTimeout(() => stop(tooLong), limits.attemptMs);
  watchSilence();
  const workerEnd = await worker.run(job, onEvent);
  clearTimeout(timer);
  clearTimeout(deadline);
  signal.removeEventListener('abort', onAbort);
  signal.throwIfAborted();
  return {
    end: end ?? endOf(workerEnd),
    results,
    reusable: workerEnd.kind === 'finished' && workerEnd.reusable,
  };
}

function endOf(end: Awaited<ReturnType<SandboxWorker['run']>>): PassEnd {
  return end.kind === 'finished'
    ? { kind: 'finished' }
    : { kind: 'engine-failed', detail: end.detail };
}
