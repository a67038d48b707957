import type { Limits, Sample, SampleId } from '../core/dataset/sample.ts';
import type { Message, Task } from '../core/prompts/strategy.ts';
import type { Observation } from '../core/verdicts/observation.ts';
import type { Attempt, Completion, Run, RunId } from './run.ts';
import type { SelfCheck } from './self-check.ts';

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
  /** Milliseconds that a server asked to wait before the next try, where it said so. */
  readonly retryAfterMs?: number;
  constructor(
    code: ErrorCode,
    message: string,
    options: ErrorOptions & { readonly retryAfterMs?: number } = {},
  ) {
    super(message, options);
    this.name = 'ProviderError';
    this.code = code;
    if (options.retryAfterMs !== undefined) this.retryAfterMs = options.retryAfterMs;
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
  /** Processor threads that the engine uses. */
  readonly threads?: number;
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
  readonly phase: 'connect' | 'download' | 'cache' | 'compile' | 'ready';
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
  /** Requests that may run at once; one where it isn't said. */
  readonly parallel?: number;
  /**
   * Says the same for the same weights, quantisation and settings. Where it is there, answers are kept and
   * the same question isn't asked twice.
   */
  readonly fingerprint?: string;
  /** Name and version of what runs the model: `web-llm 0.2.86`. */
  readonly engine?: string;
  /** What the model takes note of, where that is only known once it is loaded; else `capabilities` say it. */
  readonly honours?: { readonly seed: boolean; readonly temperature: boolean };
  /** The answers are the data set's own solutions, so checking these first would be doing it twice. */
  readonly answersAreReferences?: boolean;
  generate(request: GenerationRequest): AsyncIterable<GenerationEvent>;
  dispose(): Promise<void>;
}

export interface Provider {
  readonly id: ProviderId;
  readonly title: string;
  readonly description: string;
  readonly capabilities: Capabilities;
  /** Milliseconds that a completion takes, where that is known without measuring. */
  readonly typicalMs?: number;
  /** It asks a server that the visitor has to name first, in `Endpoints`; until then it is not looked at. */
  readonly needsEndpoint?: boolean;
  probe(): Promise<Probe>;
  models(signal?: AbortSignal): Promise<readonly ModelInfo[]>;
  /** @throws {ProviderError} when the model can't be loaded; code `aborted` when the signal did it. */
  load(
    modelId: string,
    options: { readonly signal: AbortSignal; onProgress(progress: Progress): void },
  ): Promise<Session>;
}

/* ---- servers that the visitor names ---- */

/** A kind of server that the page knows the habits of. */
export interface EndpointPreset {
  readonly id: string;
  readonly title: string;
  /** Where it is by default; empty where there is no default. */
  readonly baseUrl: string;
  readonly key: 'needed' | 'optional';
  /** Requests at once that are sensible to begin with. */
  readonly parallel: number;
  /** What to do before connecting, in a sentence; commands in backticks. */
  readonly hint: string;
}

/** A server with an OpenAI-compatible interface, as the visitor set it up. */
export interface Endpoint {
  /** Id of its `EndpointPreset`. */
  readonly preset: string;
  /** As the visitor typed it: `http://localhost:11434/v1`. */
  readonly baseUrl: string;
  /** Empty where none is used. It goes to this server only, never into a run. */
  readonly key: string;
  /** Requests at once, 1 to 16. */
  readonly parallel: number;
  /** The name of a model that the server doesn't list; empty where none was typed. */
  readonly model: string;
}

/** What the page knows of the visitor's servers, one for each preset. */
export interface Endpoints {
  /** The one that is chosen now. */
  readonly current: Endpoint;
  /** Null for a preset that isn't known. */
  of(preset: string): Endpoint | null;
}

/* ---- the visitor as a model ---- */

/** What the visitor is asked to write. */
export type ManualQuestion = Pick<GenerationRequest, 'subject' | 'messages'>;

/** What the page sees of the questions. */
export interface ManualDesk {
  /** The question that waits for an answer, the oldest first; null when none does. */
  readonly pending: ManualQuestion | null;
  /** Calls back on every change of `pending`; returns what ends it. */
  subscribe(listener: (pending: ManualQuestion | null) => void): () => void;
  /**
   * Answers the pending question. Code may come as it is; a text with a fenced block is taken as a pasted
   * answer of a model.
   * @returns false when nothing is asked.
   */
  submit(text: string): boolean;
  /** Leaves the pending question open; the run goes on with the next. False when nothing is asked. */
  skip(): boolean;
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

/* ---- storage: where runs stay ---- */

export type StorageErrorCode =
  /** The browser gives this page no database: private mode, blocked storage. */
  | 'unavailable'
  | 'quota'
  /** Another tab holds the database open in an older or a newer version of this page. */
  | 'blocked'
  /** The connection is gone: a newer version of this page took over, or the browser ended it. */
  | 'closed'
  | 'run-missing'
  | 'run-exists'
  | 'unknown';

/** A failure of the store that the page can explain. `message` says what happened and what to do next. */
export class StorageError extends Error {
  readonly code: StorageErrorCode;
  constructor(code: StorageErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StorageError';
    this.code = code;
  }
}

/** Every method rejects with a `StorageError`. */
export interface RunStore {
  putRun(run: Run): Promise<void>;
  getRun(id: RunId): Promise<Run | null>;
  /** Newest first. */
  listRuns(): Promise<readonly Run[]>;
  /** Deletes the run and its attempts; a run that isn't there is no error. */
  deleteRun(id: RunId): Promise<void>;
  /**
   * Stores the attempt and brings `done`, `state` and `updatedAt` of its run up to date, both or neither.
   * Storing the same attempt again replaces it and counts once. Rejects with `run-missing` when the run
   * was deleted meanwhile.
   */
  putAttempt(attempt: Attempt): Promise<void>;
  /** Adds a whole run that came from elsewhere, all or nothing; rejects with `run-exists` for a known id. */
  addRun(run: Run, attempts: readonly Attempt[]): Promise<void>;
  /** In the order of sample id and index. */
  listAttempts(id: RunId): Promise<readonly Attempt[]>;
}

/** What is remembered of self-checks. Rejects with a `StorageError`. */
export interface SelfCheckStore {
  getSelfCheck(key: string): Promise<SelfCheck | null>;
  putSelfCheck(check: SelfCheck): Promise<void>;
}

/** Answers of earlier runs, by `completionKey`. Rejects with a `StorageError`. */
export interface CompletionCache {
  getCompletion(key: string): Promise<Completion | null>;
  putCompletion(key: string, completion: Completion): Promise<void>;
}
