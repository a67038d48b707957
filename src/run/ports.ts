import type { Limits, Sample, SampleId } from '../core/dataset/sample.ts';
import type { Message, Task } from '../core/prompts/strategy.ts';
import type { Observation } from '../core/verdicts/observation.ts';
import type { Attempt, Run, RunId } from './run.ts';

/* ---- models: where completions come from ---- */

export type ProviderId = string;

export type ErrorCode =
  | 'unsupported'
  | 'no-f16'
  | 'network'
  | 'cors-or-lna'
  | 'auth'
  | 'quota'
  | 'bad-file'
  | 'integrity'
  | 'oom'
  | 'device-lost'
  | 'context'
  | 'aborted'
  | 'rate-limit'
  | 'unknown';

/** A failure of a provider that the page can explain. `message` says what happened and what to do next. */
export class ProviderError extends Error {
  readonly code: ErrorCode;
  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ProviderError';
    this.code = code;
  }
}

export interface Capabilities {
  readonly seed: boolean;
  readonly temperature: boolean;
  readonly usage: boolean;
  readonly systemRole: boolean;
}

export interface DeviceInfo {
  readonly backend: 'webgpu' | 'wasm' | 'remote' | 'browser' | 'none';
  readonly adapter?: string;
  readonly fallbackAdapter?: boolean;
  readonly f16?: boolean;
  /** Largest storage buffer binding in bytes. */
  readonly maxBinding?: number;
}

export type Probe =
  | { readonly ok: true; readonly device: DeviceInfo }
  | { readonly ok: false; readonly code: ErrorCode; readonly reason: string };

export interface ModelInfo {
  readonly id: string;
  readonly title: string;
  /** One sentence, or empty. */
  readonly description: string;
  /** Bytes to download, where they are known. */
  readonly downloadBytes?: number;
  /** Megabytes of GPU memory. */
  readonly vramMb?: number;
  readonly requiresF16?: boolean;
  /** Why this device can't run it; absent where it fits. */
  readonly unfit?: string;
  /** The one that the page suggests first. */
  readonly recommended?: boolean;
}

export interface Progress {
  readonly phase: 'download' | 'cache' | 'compile' | 'ready';
  /** 0 to 1. */
  readonly ratio?: number;
  readonly loadedBytes?: number;
  readonly totalBytes?: number;
  readonly text?: string;
}

export interface GenerationRequest {
  readonly messages: readonly Message[];
  readonly temperature: number;
  readonly maxTokens: number;
  /** 32-bit; derived from the run's seed, the sample and the attempt's index. */
  readonly seed: number;
  /** What is asked, for the providers that need no prompt (reference solutions, the visitor). */
  readonly subject: {
    readonly task: Task;
    readonly sampleId: SampleId;
    readonly attemptIndex: number;
  };
  readonly signal: AbortSignal;
}

export type GenerationEvent =
  | { readonly type: 'text'; readonly delta: string }
  | {
      readonly type: 'done';
      readonly finish: 'stop' | 'length' | 'aborted';
      readonly usage?: {
        readonly prompt: number;
        readonly completion: number;
        readonly exact: boolean;
      };
    };

/** A loaded model. An abort yields exactly one `done/aborted`; leaving the loop early aborts the engine. */
export interface Session {
  readonly device: DeviceInfo;
  generate(request: GenerationRequest): AsyncIterable<GenerationEvent>;
  dispose(): Promise<void>;
}

export interface Provider {
  readonly id: ProviderId;
  readonly title: string;
  readonly description: string;
  readonly capabilities: Capabilities;
  probe(): Promise<Probe>;
  models(signal?: AbortSignal): Promise<readonly ModelInfo[]>;
  /** @throws {ProviderError} when the model can't be loaded; code `aborted` when the signal did it. */
  load(
    modelId: string,
    options: { readonly signal: AbortSignal; onProgress(progress: Progress): void },
  ): Promise<Session>;
}

/* ---- sandbox: where code runs ---- */

export interface SandboxJob {
  readonly code: string;
  readonly entryPoint: string;
  /** Source of the sample's `tests.py`. */
  readonly tests: string;
  readonly testInfos: Sample['testInfos'];
  readonly limits: Limits;
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
  /** Runs one attempt. Never rejects for what the code does; rejects with the signal's reason on abort. */
  run(job: SandboxJob, signal: AbortSignal): Promise<Observation>;
  /** Starts to load the engine, if it isn't there yet; resolves when the first worker is ready. */
  prepare(): Promise<void>;
  readonly status: EngineStatus;
  /** Calls back on every change of `status`; returns what ends it. */
  subscribe(listener: (status: EngineStatus) => void): () => void;
  dispose(): void;
}

/* ---- storage: where runs stay ---- */

export interface RunStore {
  putRun(run: Run): Promise<void>;
  getRun(id: RunId): Promise<Run | null>;
  /** Newest first. */
  listRuns(): Promise<readonly Run[]>;
  deleteRun(id: RunId): Promise<void>;
  putAttempt(attempt: Attempt): Promise<void>;
  /** In the order of sample id and index. */
  listAttempts(id: RunId): Promise<readonly Attempt[]>;
}
