import type { Wllama } from '@wllama/wllama/esm/index.js';
import { Channel } from '../../run/channel.ts';
import type { DeviceInfo, GenerationEvent, GenerationRequest, Session } from '../../run/ports.ts';
import { explainEngineError } from './explain.ts';

/** What the session uses of the engine. */
export type ChatEngine = Pick<Wllama, 'createChatCompletion' | 'exit'>;

export interface WllamaFacts {
  readonly device: DeviceInfo;
  readonly engine: string;
  readonly fingerprint: string | null;
  readonly quantisation: string | null;
}

type Finish = 'stop' | 'length';

/** A model that is loaded. One answer at a time: a second request waits for the first. */
export class WllamaSession implements Session {
  readonly device: DeviceInfo;
  readonly engine: string;
  readonly fingerprint?: string;
  readonly quantisation?: string;
  readonly #wllama: ChatEngine;
  /** Resolves when the engine is done with what it was asked last. */
  #busy: Promise<void> = Promise.resolve();
  readonly #disposed = new AbortController();

  constructor(wllama: ChatEngine, facts: WllamaFacts) {
    this.#wllama = wllama;
    this.device = facts.device;
    this.engine = facts.engine;
    if (facts.fingerprint !== null) this.fingerprint = facts.fingerprint;
    if (facts.quantisation !== null) this.quantisation = facts.quantisation;
  }

  async *generate(request: GenerationRequest): AsyncGenerator<GenerationEvent, void, void> {
    const left = new AbortController();
    const signal = AbortSignal.any([request.signal, this.#disposed.signal, left.signal]);
    const before = this.#busy;
    let free: () => void = () => undefined;
    this.#busy = new Promise((resolve) => (free = resolve));
    await Promise.race([before, aborted(signal)]);
    if (signal.aborted) {
      // Whoever comes next still waits for the one before.
      void before.then(free);
      yield { type: 'done', finish: 'aborted' };
      return;
    }
    const events = new Channel<GenerationEvent>();
    // The engine notices an abort when its batch is done; the caller hears at once.
    const stop = () => {
      events.push({ type: 'done', finish: 'aborted' });
      events.close();
    };
    signal.addEventListener('abort', stop, { once: true });
    void this.#ask(request, signal, events).finally(free);
    try {
      for await (const event of events) {
        yield event;
        if (event.type === 'done') return;
      }
    } finally {
      signal.removeEventListener('abort', stop);
      // Leaving the loop doesn't stop the engine.
      left.abort();
    }
  }

  async dispose(): Promise<void> {
    this.#disposed.abort();
    // `exit` leaves the engine's own promises pending: nothing may wait for them.
    void this.#wllama.exit().catch(() => undefined);
  }

  async #ask(
    { messages, temperature, maxTokens, seed }: GenerationRequest,
    signal: AbortSignal,
    events: Channel<GenerationEvent>,
  ): Promise<void> {
    let finish: Finish = 'stop';
    let usage: { prompt: number; completion: number } | null = null;
    const options = {
      messages: messages.map(({ role, content }) => ({ role, content })),
      temperature,
      max_tokens: maxTokens,
      seed,
      stream: true as const,
      // Not in the package's types, but without it the counts stay out of a stream.
      stream_options: { include_usage: true },
      abortSignal: signal,
      onData: (chunk: Chunk) => {
        const choice = chunk.choices[0];
        const delta = choice?.delta.content ?? '';
        if (delta !== '') events.push({ type: 'text', delta });
        if (choice?.finish_reason === 'length') finish = 'length';
        if (chunk.usage) {
          usage = { prompt: chunk.usage.prompt_tokens, completion: chunk.usage.completion_tokens };
        }
      },
    };
    try {
      await Promise.race([
        this.#wllama.createChatCompletion(options),
        aborted(this.#disposed.signal),
      ]);
      const counted = usage as { prompt: number; completion: number } | null;
      events.push({
        type: 'done',
        finish: signal.aborted ? 'aborted' : finish,
        ...(counted === null ? {} : { usage: { ...counted, exact: true } }),
      });
      events.close();
    } catch (error) {
      if (signal.aborted) events.push({ type: 'done', finish: 'aborted' });
      else events.fail(explainEngineError(error));
      events.close();
    }
  }
}

interface Chunk {
  readonly choices: readonly {
    readonly delta: { readonly content?: string | null };
    readonly finish_reason?: string | null;
  }[];
  readonly usage?: { readonly prompt_tokens: number; readonly completion_tokens: number } | null;
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
