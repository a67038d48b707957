/** A page with nothing but the sandbox: the data set's check and the sandbox's tests drive it. */
import type { Observation } from '../../src/core/verdicts/observation.ts';
import type { EngineStatus, SandboxJob } from '../../src/run/ports.ts';
import { createSandbox } from '../../src/sandbox/host/index.ts';

export interface LabApi {
  readonly parallel: number;
  run(job: SandboxJob): Promise<Observation>;
  /** Starts a job and aborts it after so many milliseconds; gives the name of the error. */
  abort(job: SandboxJob, afterMs: number): Promise<string>;
  prepare(): Promise<void>;
  status(): EngineStatus;
}

declare global {
  interface Window {
    lab: LabApi;
  }
}

const sandbox = createSandbox();

window.lab = {
  parallel: sandbox.parallel,
  run: (job) => sandbox.run(job, new AbortController().signal),
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
};
