import type { AppConfig } from '@mlc-ai/web-llm';
import type { GenerationRequest, Progress } from '../../run/ports.ts';

/** From the page to the engine's worker. */
export type ToWorker =
  | { readonly type: 'load'; readonly config: AppConfig; readonly modelId: string }
  | {
      readonly type: 'generate';
      /** Counted up by the page; every answer carries it. */
      readonly id: number;
      readonly request: Pick<GenerationRequest, 'messages' | 'temperature' | 'maxTokens' | 'seed'>;
      /** False for models that think first: they are asked not to. */
      readonly thinking: boolean;
    }
  /** Stops the generation that runs; its `done` follows. */
  | { readonly type: 'interrupt' };

/** From the engine's worker to the page. */
export type FromWorker =
  | { readonly type: 'progress'; readonly progress: Progress }
  | { readonly type: 'loaded' }
  | { readonly type: 'load-failed'; readonly error: EngineError }
  | { readonly type: 'text'; readonly id: number; readonly delta: string }
  | {
      readonly type: 'done';
      readonly id: number;
      readonly finish: 'stop' | 'length' | 'aborted';
      readonly usage: { readonly prompt: number; readonly completion: number } | null;
    }
  | { readonly type: 'generate-failed'; readonly id: number; readonly error: EngineError }
  /** The graphics device is gone and the engine with it. */
  | { readonly type: 'device-lost'; readonly detail: string };

/** An error as it crosses from the worker: a plain record, as classes don't survive the way. */
export interface EngineError {
  readonly name: string;
  readonly message: string;
}

/** The part of a `Worker` that is needed here. */
export interface EngineWorker extends EventTarget {
  postMessage(message: ToWorker): void;
  terminate(): void;
}
