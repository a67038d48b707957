import { LONGEST_WAIT_MS } from '../../run/generate-completion.ts';
import type { GenerationRequest } from '../../run/ports.ts';
import { ProviderError } from '../../run/ports.ts';
import type { Sleep } from '../../run/sleep.ts';
import { type AnswerPart, answerParts } from './answer-parts.ts';
import type { Client, Refusal } from './client.ts';
import { RequestFields } from './request-fields.ts';
import { Watchdog } from './watchdog.ts';

/** What is asked, without what only the page needs. */
export type Question = Pick<GenerationRequest, 'messages' | 'temperature' | 'maxTokens' | 'seed'>;

export interface ChatDeps {
  readonly sleep: Sleep;
  now(): number;
}

/**
 * Milliseconds of silence that are borne. A local model may be read from disk first, and reads a long prompt
 * before it says anything; once it speaks it doesn't stop for a minute.
 */
export const FIRST_SILENCE_MS = 300_000;
export const NEXT_SILENCE_MS = 60_000;

/** Questions to one model of one server, and what was learned about it on the way. */
export class Chat {
  readonly #client: Client;
  readonly #model: string;
  readonly #deps: ChatDeps;
  #fields = new RequestFields();
  /** A limit holds for all requests of the key: what one is told, the others keep to. */
  #pausedUntil = 0;

  constructor(client: Client, model: string, deps: ChatDeps) {
    this.#client = client;
    this.#model = model;
    this.#deps = deps;
  }

  get honours(): RequestFields['honours'] {
    return this.#fields.honours;
  }

  /**
   * The parts of one answer. Leaving the loop ends the request.
   * @throws {ProviderError} for all that goes wrong; the signal's reason on abort.
   */
  async *ask(question: Question, signal: AbortSignal): AsyncGenerator<AnswerPart, void, void> {
    const wait = this.#pausedUntil - this.#deps.now();
    if (wait > 0) await this.#deps.sleep(wait, signal);
    const watchdog = new Watchdog(signal, this.#deps.sleep);
    try {
      watchdog.expect(FIRST_SILENCE_MS);
      const response = await this.#respond(question, watchdog.signal);
      yield* answerParts(response, this.#client, () => watchdog.expect(NEXT_SILENCE_MS));
    } catch (error) {
      signal.throwIfAborted();
      if (watchdog.expired) throw this.#silent();
      throw error instanceof ProviderError ? error : this.#brokenOff(error);
    } finally {
      watchdog.end();
    }
  }

  /** The response to a question; asked again with fewer fields where the server doesn't know them all. */
  async #respond(question: Question, signal: AbortSignal): Promise<Response> {
    const url = this.#client.urlOf('/chat/completions');
    for (let fields = this.#fields; ;) {
      const body = fields.body(this.#model, question);
      const response = await this.#client.send(url, { body, signal });
      if (response.ok) {
        this.#fields = fields;
        return response;
      }
      const refusal = await this.#client.refusalOf(response, url);
      const fewer = mayBeTheFields(refusal) ? fields.without(refusal.said) : null;
      if (fewer === null) {
        this.#noteLimit(refusal.error);
        throw refusal.error;
      }
      fields = fewer;
    }
  }

  #noteLimit({ code, retryAfterMs = 0 }: ProviderError): void {
    // A wait that ends the run must not keep the other requests waiting.
    if (code !== 'rate-limit' || retryAfterMs > LONGEST_WAIT_MS) return;
    this.#pausedUntil = Math.max(this.#pausedUntil, this.#deps.now() + retryAfterMs);
  }

  #silent(): ProviderError {
    return new ProviderError(
      'network',
      `${this.#client.server} accepted the question and then fell silent. Look whether it still works, then resume the run.`,
    );
  }

  #brokenOff(cause: unknown): ProviderError {
    return new ProviderError(
      'network',
      `The connection to ${this.#client.server} broke in the middle of an answer. Resume the run when it works again.`,
      { cause },
    );
  }
}

function mayBeTheFields({ status, error }: Refusal): boolean {
  return (status === 400 || status === 422) && error.code === 'unknown';
}
