import type { SampleId } from '../../core/dataset/sample.ts';
import type { Message, Task } from '../../core/prompts/strategy.ts';
import type { Keeper } from './kept.ts';

/* Where completions come from. */

export type ProviderId = string;

export type ErrorCode =
  | 'unsupported'
  | 'no-f16'
  | 'network'
  | 'cors-or-lna'
  | 'auth'
  /** The visitor's account at a service is empty. */
  | 'credit'
  /** The browser's storage is full. */
  | 'quota'
  | 'bad-file'
  | 'integrity'
  | 'oom'
  | 'device-lost'
  | 'context'
  /** The engine computes no text at all, not even for the simplest question. */
  | 'gibberish'
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
  /** What the adapter offers, by the names of the WebGPU specification. */
  readonly features?: readonly string[];
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
  /** All of it is on this device: nothing is downloaded. */
  readonly kept?: boolean;
  /** The only answers that it has, where they were made earlier. */
  readonly answers?: {
    readonly sampleIds: readonly SampleId[];
    readonly attemptsPerSample: number;
  };
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
      /** The answer was given earlier, here or elsewhere, and is only said again. */
      readonly replayed?: true;
      readonly usage?: {
        readonly prompt: number;
        readonly completion: number;
        readonly exact: boolean;
      };
    };

/** What a service asks for a million tokens, in US dollars, as the visitor entered it. */
export interface TokenPrice {
  /** Of the prompt. */
  readonly input: number;
  /** Of the answer. */
  readonly output: number;
}

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
  /** How the weights are stored, in the engine's words: `q4f16_1`, `Q4_K_M`. */
  readonly quantisation?: string;
  /** Where the visitor entered one. */
  readonly price?: TokenPrice;
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
  /** What it keeps in this browser. */
  readonly keeper?: Keeper;
  probe(): Promise<Probe>;
  /** Bytes that `load` would download now; null where that can't be told without asking a server. */
  missingBytes?(modelId: string): Promise<number | null>;
  models(signal?: AbortSignal): Promise<readonly ModelInfo[]>;
  /** @throws {ProviderError} when the model can't be loaded; code `aborted` when the signal did it. */
  load(
    modelId: string,
    options: { readonly signal: AbortSignal; onProgress(progress: Progress): void },
  ): Promise<Session>;
}
