import { Channel } from '../../run/channel.ts';
import { assertNever } from '../../core/assert-never.ts';
import type {
  DeviceInfo,
  GenerationEvent,
  GenerationRequest,
  ProviderError,
  Session,
} from '../../run/ports.ts';
import { deviceLost, explainEngineError, workerEnded } from './explain.ts';
import type { EngineWorker, FromWorker } from './protocol.ts';

/** A generation as the session follows it. */
interface Current {
  readonly id: number;
  readonly events: Channel<GenerationEvent>;
  /** Resolves when the engine is done with it, also where nobody listens any more. */
  readonly over: Promise<void>;
  settle(): void;
}

/** A model that is loaded in its worker. One answer at a time: a second request waits for the first. */
export class WebllmSession implements Session {
  readonly device: DeviceInfo;
  readonly #worker: EngineWorker;
  readonly #thinking: boolean;
  #lastId = 0;
  #current: Current | null = null;
  #dead: ProviderError | null = null;
  #disposed = false;

  /** @param options `thinking` is false for models that are asked not to think first. */
  constructor(worker: EngineWorker, device: DeviceInfo, options: { readonly thinking: boolean }) {
    this.#worker = worker;
    this.device = device;
    this.#thinking = options.thinking;
    worker.addEventListener('message', (event) => {
      this.#receive((event as MessageEvent<FromWorker>).data);
    });
    worker.addEventListener('error', (event) => this.#die(workerEnded(event)));
    worker.addEventListener('messageerror', (event) => this.#die(workerEnded(event)));
  }

  async *generate(request: GenerationRequest): AsyncGenerator<GenerationEvent, void, void> {
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
    this.#worker.postMessage({
      type: 'generate',
      id: current.id,
      request: { messages, temperature, maxTokens, seed },
      thinking: this.#thinking,
    });
    // The engine may take seconds to notice; the caller hears at once.
    const stop = () => this.#end(current, { type: 'done', finish: 'aborted' });
    signal.addEventListener('abort', stop, { once: true });
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
