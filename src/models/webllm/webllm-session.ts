import { Channel } from '../../run/channel.ts';
import { assertNever } from '../../core/assert-never.ts';
import type { DeviceInfo, GenerationEvent, GenerationRequest, Session } from '../../run/ports.ts';
import { ProviderError } from '../../run/ports.ts';
import { deviceLost, explainEngineError, workerEnded } from './explain.ts';
import type { EngineWorker, FromWorker } from './protocol.ts';
import { isGibberish, noAnswer, SANITY_QUESTION } from './sanity.ts';

/** A generation as the session follows it. */
interface Current {
  readonly id: number;
  readonly events: Channel<GenerationEvent>;
  /** Resolves when the engine is done with it, also where nobody listens any more. */
  readonly over: Promise<void>;
  settle(): void;
}

/** A question without what only the page needs. */
type Question = Pick<
  GenerationRequest,
  'messages' | 'temperature' | 'maxTokens' | 'seed' | 'signal'
>;

export interface SessionFacts {
  /** False for models that are asked not to think first. */
  readonly thinking: boolean;
  readonly engine: string;
  readonly fingerprint: string | null;
  readonly quantisation: string | null;
}

/** A model that is loaded in its worker. One answer at a time: a second request waits for the first. */
export class WebllmSession implements Session {
  readonly device: DeviceInfo;
  readonly engine: string;
  readonly fingerprint?: string;
  readonly quantisation?: string;
  readonly #worker: EngineWorker;
  readonly #thinking: boolean;
  #lastId = 0;
  #current: Current | null = null;
  #dead: ProviderError | null = null;
  #disposed = false;

  constructor(worker: EngineWorker, device: DeviceInfo, facts: SessionFacts) {
    this.#worker = worker;
    this.device = device;
    this.engine = facts.engine;
    if (facts.fingerprint !== null) this.fingerprint = facts.fingerprint;
    if (facts.quantisation !== null) this.quantisation = facts.quantisation;
    this.#thinking = facts.thinking;
    worker.addEventListener('message', (event) => {
      this.#receive((event as MessageEvent<FromWorker>).data);
    });
    worker.addEventListener('error', (event) => this.#die(workerEnded(event)));
    worker.addEventListener('messageerror', (event) => this.#die(workerEnded(event)));
  }

  /**
   * Asks the simplest question.
   * @throws {ProviderError} `gibberish` where no text comes back; `aborted` on abort
   */
  async check(signal: AbortSignal): Promise<void> {
    const problem = await this.#illness(signal);
    if (signal.aborted) throw new ProviderError('aborted', 'Loading was cancelled.');
    if (problem !== null) throw problem;
  }

  async *generate(request: GenerationRequest): AsyncGenerator<GenerationEvent, void, void> {
    const { signal } = request;
    let text = '';
    for await (const event of this.#answer(request)) {
      if (event.type === 'text') {
        text += event.delta;
      } else if (event.finish !== 'aborted' && isGibberish(text)) {
        // The model may mean it; an engine that fell ill has no answer to the simplest question either.
        const problem = await this.#illness(signal);
        if (problem !== null) throw problem;
        if (signal.aborted) {
          yield { type: 'done', finish: 'aborted' };
          return;
        }
      }
      yield event;
    }
  }

  /** What is wrong with an engine that has no answer to the simplest question; null where it has one. */
  async #illness(signal: AbortSignal): Promise<ProviderError | null> {
    let text = '';
    for await (const event of this.#answer({ ...SANITY_QUESTION, signal })) {
      if (event.type === 'text') text += event.delta;
      else if (event.finish === 'aborted') return null;
    }
    return isGibberish(text) ? noAnswer(text) : null;
  }

  async *#answer(request: Question): AsyncGenerator<GenerationEvent, void, void> {
    const { signal, messages, temperature, maxTokens, seed } = request;
    while (this.#current !== null && !signal.aborted) {
      await Promise.race([this.#current.over, aborted(signal)]);
    }
    if (this.#dead !== null) throw this.#dead;
    if (signal.aborted || this.#disposed) {
      yield { type: 'done', finish: 'aborted' };
      return;
    }
    const current = this.#start();
    // The engine may take seconds to notice; the caller hears at once.
    const stop = () => this.#end(current, { type: 'done', finish: 'aborted' });
    signal.addEventListener('abort', stop, { once: true });
    this.#worker.postMessage({
      type: 'generate',
      id: current.id,
      request: { messages, temperature, maxTokens, seed },
      thinking: this.#thinking,
    });
    let ended = false;
    try {
      for await (const event of current.events) {
        ended = event.type === 'done';
        yield event;
        if (ended) return;
      }
    } catch (error) {
      ended = true;
      throw error;
    } finally {
      signal.removeEventListener('abort', stop);
      if (!ended || signal.aborted) this.#worker.postMessage({ type: 'interrupt' });
    }
  }

  async dispose(): Promise<void> {
    this.#disposed = true;
    this.#worker.terminate();
    if (this.#current !== null) {
      this.#end(this.#current, { type: 'done', finish: 'aborted' });
      this.#over();
    }
  }

  #start(): Current {
    let settle: () => void = () => undefined;
    const over = new Promise<void>((resolve) => (settle = resolve));
    this.#lastId += 1;
    this.#current = { id: this.#lastId, events: new Channel(), over, settle };
    return this.#current;
  }

  #receive(message: FromWorker): void {
    switch (message.type) {
      case 'text':
        this.#of(message.id)?.events.push({ type: 'text', delta: message.delta });
        return;
      case 'done': {
        const current = this.#of(message.id);
        if (current === null) return;
        const { finish, usage } = message;
        const exact = usage === null ? {} : { usage: { ...usage, exact: true } };
        this.#end(current, { type: 'done', finish, ...exact });
        this.#over();
        return;
      }
      case 'generate-failed': {
        this.#of(message.id)?.events.fail(explainEngineError(message.error));
        this.#over();
        return;
      }
      case 'device-lost':
        this.#die(deviceLost(message.detail));
        return;
      case 'progress':
      case 'loaded':
      case 'load-failed':
        return;
      default:
        assertNever(message);
    }
  }

  #of(id: number): Current | null {
    return this.#current?.id === id ? this.#current : null;
  }

  /** Ends what the caller sees; the engine may still be at work. */
  #end(current: Current, event: GenerationEvent): void {
    current.events.push(event);
    current.events.close();
  }

  /** The engine is free again. */
  #over(): void {
    this.#current?.settle();
    this.#current = null;
  }

  #die(error: ProviderError): void {
    this.#dead ??= error;
    this.#worker.terminate();
    this.#current?.events.fail(error);
    this.#over();
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
