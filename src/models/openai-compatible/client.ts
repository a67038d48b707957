import type { Endpoint } from '../../run/ports.ts';
import { ProviderError } from '../../run/ports.ts';
import type { AddressSpace } from './base-url.ts';
import { parseBaseUrl } from './base-url.ts';
import { explainRefusal, notAnApi } from './explain-refusal.ts';
import type { PageFacts } from './explain-unreachable.ts';
import { explainUnreachable, serverName } from './explain-unreachable.ts';
import { type Preset, presetOf } from './presets.ts';
import { retryAfterMs } from './retry-after.ts';
import type { ServerError } from './server-error.ts';
import { errorWithin, parseServerError } from './server-error.ts';

export interface ClientDeps {
  readonly fetch: typeof fetch;
  readonly page: PageFacts;
  /** Milliseconds since 1970. */
  now(): number;
}

/** A response with another status than 2xx, read to its end. */
export interface Refusal {
  readonly status: number;
  readonly said: ServerError;
  readonly error: ProviderError;
}

/** Milliseconds after which the request that only asks whether anybody is there is given up. */
const PROBE_MS = 5000;

/** Fetches from one endpoint; what goes wrong on the way is a `ProviderError` that says what to do. */
export class Client {
  readonly preset: Preset;
  /** What to call the server in a sentence. */
  readonly server: string;
  readonly base: string;
  readonly #url: URL;
  readonly #space: AddressSpace;
  readonly #key: string;
  readonly #deps: ClientDeps;

  /** @throws {ProviderError} `unsupported` or `auth` for an address or a key that can't be used */
  constructor(endpoint: Endpoint, deps: ClientDeps) {
    const parsed = parseBaseUrl(endpoint.baseUrl);
    if (!parsed.ok) throw new ProviderError('unsupported', parsed.problem);
    this.preset = presetOf(endpoint.preset);
    this.server = serverName(this.preset, parsed.url);
    this.base = parsed.base;
    this.#url = parsed.url;
    this.#space = parsed.space;
    this.#key = endpoint.key.trim();
    this.#deps = deps;
    if (!/^[\x21-\x7e]*$/.test(this.#key)) {
      throw new ProviderError(
        'auth',
        'The key has spaces or letters in it that no key has. Copy it again under New run → Model.',
      );
    }
    if (this.#key === '' && this.preset.key === 'needed') {
      throw new ProviderError(
        'auth',
        `${this.preset.title} wants a key. Type it under New run → Model and connect; it was not kept when the page was closed, unless you asked for that.`,
      );
    }
  }

  /** @param path below the base: `/models`; or from the root of the host with `fromRoot`. */
  urlOf(path: string, fromRoot = false): string {
    return (fromRoot ? this.#url.origin : this.base) + path;
  }

  /**
   * A request and its response, whatever its status is.
   * @throws {ProviderError} when there is no response; the signal's reason on abort.
   */
  async send(
    url: string,
    init: { readonly body?: unknown; readonly signal: AbortSignal },
  ): Promise<Response> {
    const { body, signal } = init;
    const headers: Record<string, string> = {};
    if (this.#key !== '') headers['authorization'] = `Bearer ${this.#key}`;
    if (body !== undefined) headers['content-type'] = 'application/json';
    let response: Response;
    try {
      response = await this.#deps.fetch(url, {
        ...this.#common(signal),
        method: body === undefined ? 'GET' : 'POST',
        headers,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        // The key must not follow a redirect to another host.
        redirect: 'manual',
      });
    } catch (error) {
      signal.throwIfAborted();
      throw await this.#explain(error, signal);
    }
    if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400)) {
      throw new ProviderError(
        'unsupported',
        `${this.server} sends requests on to another address. Type the final address, often with https:// or without a slash at the end.`,
      );
    }
    return response;
  }

  /** Reads what a server said that refused. */
  async refusalOf(response: Response, url: string): Promise<Refusal> {
    const said = parseServerError(await textOf(response), this.#key);
    const wait = retryAfterMs(response.headers, said.message, this.#deps.now());
    const { status } = response;
    return { status, said, error: this.#refused(status, said, url, wait) };
  }

  /** The error that a 200 answer or a piece of a stream holds; null where it holds none. */
  errorIn(value: unknown): ProviderError | null {
    const said = errorWithin(value, this.#key);
    if (said === null) return null;
    const wait = retryAfterMs(new Headers(), said.message, this.#deps.now());
    return this.#refused(200, said, this.base, wait);
  }

  notAnApi(url: string): ProviderError {
    return notAnApi(this.server, url);
  }

  #refused(
    status: number,
    said: ServerError,
    url: string,
    wait: number | undefined,
  ): ProviderError {
    const { server } = this;
    if (said.isHtml && status === 404) return this.notAnApi(url);
    return explainRefusal({
      status,
      said,
      server,
      url,
      hasKey: this.#key !== '',
      retryAfterMs: wait,
    });
  }

  async #explain(cause: unknown, signal: AbortSignal): Promise<ProviderError> {
    const error = await explainUnreachable({
      preset: this.preset,
      url: this.#url,
      space: this.#space,
      page: this.#deps.page,
      answers: () => this.#answers(signal),
    });
    signal.throwIfAborted();
    error.cause = cause;
    return error;
  }

  async #answers(signal: AbortSignal): Promise<boolean> {
    const either = AbortSignal.any([signal, AbortSignal.timeout(PROBE_MS)]);
    try {
      await this.#deps.fetch(this.urlOf('/models'), { ...this.#common(either), mode: 'no-cors' });
      return true;
    } catch {
      return false;
    }
  }

  #common(signal: AbortSignal): RequestInit & { targetAddressSpace?: AddressSpace } {
    return {
      signal,
      cache: 'no-store',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      // Tells Chrome to ask the visitor instead of refusing, also for http on a page that came over https.
      ...(this.#space === 'public' ? {} : { targetAddressSpace: this.#space }),
    };
  }
}

/** The body, or nothing where it breaks off: the status says enough. */
async function textOf(response: Response): Promise<string> {
  try {
    return await response.text();
  } catch {
    return '';
  }
}
