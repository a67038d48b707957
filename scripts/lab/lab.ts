/** A page with nothing but the sandbox: the data set's check and the sandbox's tests drive it. */
import type { Observation } from '../../src/core/verdicts/observation.ts';
import type { EngineStatus, SandboxJob } from '../../src/run/ports.ts';
import { createSandbox, type WorkerFigures } from '../../src/sandbox/host/index.ts';

export interface LabApi {
  readonly parallel: number;
  /** Changes with everything that decides how code is run. */
  readonly version: string;
  run(job: SandboxJob): Promise<Observation>;
  /** Runs several, as many at once as there are workers. */
  runAll(jobs: readonly SandboxJob[]): Promise<Observation[]>;
  /** Starts a job and aborts it after so many milliseconds; gives the name of the error. */
  abort(job: SandboxJob, afterMs: number): Promise<string>;
  prepare(): Promise<void>;
  status(): EngineStatus;
  /** What the workers measured of themselves since the page was opened. */
  readonly figures: readonly WorkerFigures[];
  /** Runs jobs, `lanes` at a time, one message each. */
  time(jobs: readonly SandboxJob[], lanes: number): Promise<LabTiming>;
}

/** How a list of jobs went, in milliseconds of the page's clock. */
export interface LabTiming {
  readonly startedAt: number;
  readonly endedAt: number;
  /** One per job, in the order of the jobs. */
  readonly attemptMs: readonly number[];
  /** Jobs of which a test did not pass. */
  readonly failed: number;
}

declare global {
  interface Window {
    lab: LabApi;
  }
}

const query = new URLSearchParams(location.search);
const figures: WorkerFigures[] = [];
const sandbox = createSandbox({
  ...(query.has('parallel') ? { parallel: Number(query.get('parallel')) } : {}),
  onFigures: (measured) => figures.push(measured),
});
if (query.has('prepare')) void sandbox.prepare();

async function time(jobs: readonly SandboxJob[], lanes: number): Promise<LabTiming> {
  const startedAt = performance.now();
  const attemptMs = new Array<number>(jobs.length);
  let failed = 0;
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let at = next++; at < jobs.length; at = next++) {
      const started = performance.now();
      const seen = await sandbox.run(jobs[at] as SandboxJob, new AbortController().signal);
      attemptMs[at] = performance.now() - started;
      if (
        seen.kind !== 'tested' ||
        seen.outcomes.some(({ result }) => result.status !== 'passed')
      ) {
        failed++;
      }
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return { startedAt, endedAt: performance.now(), attemptMs, failed };
}

window.lab = {
  parallel: sandbox.parallel,
  version: sandbox.version,
  run: (job) => sandbox.run(job, new AbortController().signal),
  runAll: (jobs) => Promise.all(jobs.map((job) => sandbox.run(job, new AbortController().signal))),
  async abort(job, afterMs) {
    try {
      await sandbox.run(job, AbortSignal.timeout(afterMs));
      return 'not aborted';
    } catch (error) {
      return error instanceof Error ? error.name : String(error);
    }
  },
  prepare: () => sandbox.prepare(),
  status: () => sandbox.status,
  figures,
  time,
};
