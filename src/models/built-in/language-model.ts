/**
 * What this site uses of the Prompt API (https://webmachinelearning.github.io/prompt-api/), which no types of
 * the platform have yet. It is there in windows only, not in workers. Older versions count under other names.
 */
export interface LanguageModelSession {
  /** Tokens in the context now: what was asked and what was answered. */
  readonly contextUsage?: number;
  readonly inputUsage?: number;
  /** Tokens that an input would take. */
  measureContextUsage?(input: string): Promise<number>;
  measureInputUsage?(input: string): Promise<number>;
  /** Rejects with a `QuotaExceededError` when the input doesn't fit, with the signal's reason on abort. */
  promptStreaming(input: string, options: { readonly signal: AbortSignal }): ReadableStream<string>;
  destroy(): void;
}

export type Availability = 'unavailable' | 'downloadable' | 'downloading' | 'available';

/** Languages are said both when asking and when loading: for others than these the answer may differ. */
export interface CoreOptions {
  readonly expectedInputs: readonly {
    readonly type: 'text';
    readonly languages: readonly string[];
  }[];
  readonly expectedOutputs: readonly {
    readonly type: 'text';
    readonly languages: readonly string[];
  }[];
}

export interface CreateOptions extends CoreOptions {
  readonly signal: AbortSignal;
  readonly initialPrompts?: readonly {
    readonly role: 'system' | 'user' | 'assistant';
    readonly content: string;
  }[];
  /** Is called once, before the download; `loaded` of its events goes from 0 to 1. */
  monitor?(target: EventTarget): void;
}

export interface LanguageModelFactory {
  availability(options: CoreOptions): Promise<Availability>;
  /** While something is left to download it must be called soon after a click. */
  create(options: CreateOptions): Promise<LanguageModelSession>;
}

export const ENGLISH: CoreOptions = {
  expectedInputs: [{ type: 'text', languages: ['en'] }],
  expectedOutputs: [{ type: 'text', languages: ['en'] }],
};

/** The browser's own model, or null where it has none. */
export function languageModelOf(scope: object): LanguageModelFactory | null {
  const factory: unknown = Reflect.get(scope, 'LanguageModel');
  // A class, so `typeof` says function.
  return typeof factory === 'function' || (typeof factory === 'object' && factory !== null)
    ? (factory as LanguageModelFactory)
    : null;
}
