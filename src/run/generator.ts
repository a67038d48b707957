import type { Message } from '../core/prompts/strategy.ts';
import { deriveSeed, mix32 } from '../core/random/derive-seed.ts';
import { completionKey } from './completion-cache.ts';
import { generateCompletion } from './generate-completion.ts';
import type { CompletionCache, GenerationRequest, Session } from './ports.ts';
import { StorageError } from './ports.ts';
import type { RunEnd, RunEvent } from './run-event.ts';
import type { Completion, Run } from './run.ts';
import { sleep, type Sleep } from './sleep.ts';
import type { Slot } from './slots.ts';

/** What became of a question. */
export type Answer =
  | { readonly kind: 'completion'; readonly completion: Completion }
  | { readonly kind: 'skipped' }
  | { readonly kind: 'aborted' }
  | { readonly kind: 'failed'; readonly end: RunEnd };

interface GeneratorPorts {
  readonly session: Session;
  readonly completions?: CompletionCache;
  readonly sleep?: Sleep;
  now(): number;
}

/** Asks the model of a run, or takes the answer from an earlier run; tells how that goes by events. */
export class Generator {
  readonly #run: Pick<Run, 'id' | 'plan'>;
  readonly #ports: GeneratorPorts;
  readonly #emit: (event: RunEvent) => void;
  readonly #signal: AbortSignal;

  constructor(
    run: Pick<Run, 'id' | 'plan'>,
    ports: GeneratorPorts,
    emit: (event: RunEvent) => void,
    signal: AbortSignal,
  ) {
    this.#run = run;
    this.#ports = ports;
    this.#emit = emit;
    this.#signal = signal;
  }

  /** @param round counted from 0; later rounds of an attempt have seeds of their own */
  async ask(slot: Slot, messages: readonly Message[], round: number): Promise<Answer> {
    const { session, completions } = this.#ports;
    const request = this.#request(slot, messages, round);
    this.#emit({ type: 'generation-started', ...slot, messages });
    const key = completions ? await completionKey(session, request, round) : null;
    const known =
      key === null || this.#run.plan.fresh ? null : await completions?.getCompletion(key);
    if (known) {
      const { madeFor, ...said } = known;
      // Generated for this very attempt, before the run was stopped: it had only to be judged yet.
      const completion: Completion = madeFor === this.#run.id ? said : { ...said, replayed: true };
      this.#emit({ type: 'generated', ...slot, completion });
      return { kind: 'completion', completion };
    }
    const result = await generateCompletion(session, request, {
      now: () => this.#ports.now(),
      sleep: this.#ports.sleep ?? sleep,
      onText: (delta) => this.#emit({ type: 'generation-text', ...slot, delta }),
      onRetry: (failure) => this.#emit({ type: 'generation-retry', ...slot, ...failure }),
    });
    switch (result.kind) {
      case 'completion':
        if (key !== null) await this.#keep(key, result.completion);
        this.#emit({ type: 'generated', ...slot, completion: result.completion });
        return result;
      case 'skipped':
        this.#emit({ type: 'skipped', ...slot });
        return result;
      case 'failed': {
        const { code, message } = result;
        return { kind: 'failed', end: { type: 'generation-failed', ...slot, code, message } };
      }
      case 'aborted':
        return result;
    }
  }

  /** Without room for it the answer is only asked again some day; the run goes on. */
  async #keep(key: string, completion: Completion): Promise<void> {
    try {
      await this.#ports.completions?.putCompletion(key, { ...completion, madeFor: this.#run.id });
    } catch (error) {
      if (!(error instanceof StorageError)) throw error;
    }
  }

  #request(slot: Slot, messages: readonly Message[], round: number): GenerationRequest {
    const { task, temperature, maxTokens, seed } = this.#run.plan;
    const first = deriveSeed(seed, slot.sampleId, slot.index);
    return {
      messages,
      temperature,
      maxTokens,
      seed: round === 0 ? first : mix32(first ^ round),
      subject: { task, sampleId: slot.sampleId, attemptIndex: slot.index },
      signal: this.#signal,
    };
  }
}
