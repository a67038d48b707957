import type { Limits, Sample } from '../../core/dataset/sample.ts';
import type { Observation } from '../../core/verdicts/observation.ts';

/* Where code runs. */

export interface SandboxJob {
  readonly code: string;
  readonly entryPoint: string;
  /** Source of the sample's `tests.py`. */
  readonly tests: string;
  readonly testInfos: Sample['testInfos'];
  readonly limits: Limits;
  /** Set where the tests are a visitor's, not the site's: the worker that ran them takes no other job. */
  readonly foreignTests?: true;
  /** Seeds `random` and the nonces of the tests, so that attempts differ and repeat. */
  readonly seed: number;
}

export interface EngineStatus {
  readonly phase: 'idle' | 'downloading' | 'starting' | 'ready' | 'failed';
  readonly loadedBytes: number;
  readonly totalBytes: number;
  /** Set where phase is `failed`: what happened and what to do next. */
  readonly problem?: string;
}

export interface Sandbox {
  /** How many jobs it runs side by side. */
  readonly parallel: number;
  /** Changes with everything that decides how code is run. */
  readonly version: string;
  /** Runs one attempt. Never rejects for what the code does; rejects with the signal's reason on abort. */
  run(job: SandboxJob, signal: AbortSignal): Promise<Observation>;
  /** Starts to load the engine, if it isn't there yet; resolves when the first worker is ready. */
  prepare(): Promise<void>;
  readonly status: EngineStatus;
  /** Calls back on every change of `status`; returns what ends it. */
  subscribe(listener: (status: EngineStatus) => void): () => void;
  dispose(): void;
}
