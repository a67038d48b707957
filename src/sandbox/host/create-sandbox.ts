import { version } from 'virtual:engine';
import type { EngineStatus, Sandbox, SandboxJob } from '../../run/ports.ts';
import { machineryIn } from '../../core/verdicts/machinery.ts';
import type { Observation } from '../../core/verdicts/observation.ts';
import { downloadEngine, ENGINE_BYTES } from './download-engine.ts';
import { EngineFrame } from './engine-frame.ts';
import { isSmall, parallelOf } from './device.ts';
import { Gate } from './gate.ts';
import { deviceLimits, slownessByCalibration } from './limits.ts';
import { requireSupport, UnsupportedBrowser } from './requirements.ts';
import { runAttempt } from './run-attempt.ts';
import { type Pass, runPass } from './run-pass.ts';
import { inOrderOf, shuffleTests } from './shuffle-tests.ts';
import type { WorkerFigures } from './sandbox-worker.ts';
import { WorkerPool } from './worker-pool.ts';

export interface SandboxOptions {
  /** Attempts side by side; by default what the device can bear. */
  readonly parallel?: number;
  /** Told what the workers measured of themselves. */
  readonly onFigures?: (figures: WorkerFigures) => void;
}

/**
 * The sandbox of the page. Nothing is downloaded before `prepare` or the first `run`; after a failure the
 * next call tries again.
 */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const parallel = options.parallel ?? parallelOf(navigator);
  const closed = new AbortController();
  const gate = new Gate();
  const listeners = new Set<(status: EngineStatus) => void>();
  let status: EngineStatus = { phase: 'idle', loadedBytes: 0, totalBytes: ENGINE_BYTES };
  let starting: Promise<WorkerPool> | null = null;
  let frame: EngineFrame | null = null;
  let open: WorkerPool | null = null;

  const publish = (next: Partial<EngineStatus>): void => {
    const { problem: _settled, ...rest } = status;
    status = { ...rest, ...next };
    for (const listener of listeners) listener(status);
  };

  /** The next attempt starts the engine anew; what runs now is tried again there. */
  const lose = (): void => {
    open?.dispose('the frame of the engine was lost');
    frame?.dispose();
    starting = null;
    publish({ phase: 'idle' });
  };

  const start = async (): Promise<WorkerPool> => {
    try {
      requireSupport(globalThis);
      publish({ phase: 'downloading', loadedBytes: 0 });
      const opening = EngineFrame.open(closed.signal, lose);
      const downloading = downloadEngine(
        (part) =>
          void opening.then(
            (opened) => opened.give(part),
            () => undefined,
          ),
        publish,
        closed.signal,
      );
      downloading.catch(() => undefined); // it may fail before the frame is there
      frame = await opening;
      open = new WorkerPool(
        frame,
        parallel,
        !isSmall(navigator),
        options.onFigures ?? (() => undefined),
      );
      // The first worker starts at once and waits for what is missing yet.
      const first = open.acquire(closed.signal);
      first.catch(() => undefined);
      await downloading;
      publish({ phase: 'starting', loadedBytes: ENGINE_BYTES });
      await frame.ready;
      open.giveBack(await first);
      publish({ phase: 'ready' });
      return open;
    } catch (error) {
      open?.dispose();
      frame?.dispose();
      starting = null;
      publish({ phase: 'failed', problem: problemOf(error) });
      throw error;
    }
  };
  const engine = (): Promise<WorkerPool> => (starting ??= start());

  const onWorker = async (
    job: SandboxJob,
    only: readonly string[] | null,
    alone: boolean,
    signal: AbortSignal,
  ): Promise<Pass> => {
    const pool = await engine();
    const worker = await pool.acquire(signal);
    let reusable = false;
    try {
      // A second try decides: it gets the time that the device needs right now, whatever slows it down.
      const measured = alone ? await worker.calibrate(20) : null;
      const slowness = measured ? slownessByCalibration(measured.meanMs) : pool.slowness;
      const { code, entryPoint, tests, seed, limits, testInfos } = job;
      const pass = await runPass(
        worker,
        { code, entryPoint, tests, only, seed },
        deviceLimits(limits, testInfos, slowness),
        signal,
      );
      // JavaScript objects aren't put back between attempts: who may have reached one ends with its worker.
      reusable = pass.reusable && job.foreignTests !== true && machineryIn(code).length === 0;
      return pass;
    } finally {
      pool.release(worker, reusable);
    }
  };

  return {
    parallel,
    version,
    async run(job, signal): Promise<Observation> {
      signal.throwIfAborted();
      // Where it is missing, the start of the engine says so.
      const both = 'any' in AbortSignal ? AbortSignal.any([signal, closed.signal]) : signal;
      try {
        const observation = await runAttempt(shuffleTests(job), (only, alone) => {
          const work = (): Promise<Pass> => onWorker(job, only, alone, both);
          return alone ? gate.alone(work) : gate.together(work);
        });
        return inOrderOf(job, observation);
      } catch (error) {
        both.throwIfAborted();
        // No engine is no fault of the code; the status says what to do.
        return { kind: 'engine-failed', detail: problemOf(error) };
      }
    },
    async prepare() {
      await engine();
    },
    get status() {
      return status;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    dispose() {
      closed.abort(new DOMException('The sandbox was closed.', 'AbortError'));
      open?.dispose();
      frame?.dispose();
    },
  };
}

function problemOf(error: unknown): string {
  if (error instanceof UnsupportedBrowser) return error.message;
  const detail = error instanceof Error ? error.message : String(error);
  return `The Python engine could not be started (${detail}). Check the connection, then try again.`;
}
