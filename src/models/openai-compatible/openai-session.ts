import type {
  DeviceInfo,
  Endpoint,
  GenerationEvent,
  GenerationRequest,
  Session,
  TokenPrice,
} from '../../run/ports.ts';
import { ProviderError } from '../../run/ports.ts';
import { sha256 } from '../../run/sha256.ts';
import type { AnswerPart } from './answer-parts.ts';
import { Chat, type ChatDeps } from './chat.ts';
import type { Client } from './client.ts';
import { serverVersion } from './server-version.ts';

/** A model of a server, ready to be asked. */
class OpenaiSession implements Session {
  readonly device: DeviceInfo = { backend: 'remote' };
  readonly parallel: number;
  readonly engine: string;
  readonly fingerprint?: string;
  readonly price?: TokenPrice;
  readonly #chat: Chat;
  readonly #server: string;
  readonly #disposed = new AbortController();

  constructor(
    chat: Chat,
    known: {
      server: string;
      parallel: number;
      engine: string;
      fingerprint: string | null;
      price: TokenPrice | null;
    },
  ) {
    this.#chat = chat;
    this.#server = known.server;
    this.parallel = known.parallel;
    this.engine = known.engine;
    if (known.fingerprint !== null) this.fingerprint = known.fingerprint;
    if (known.price !== null) this.price = known.price;
  }

  get honours(): Chat['honours'] {
    return this.#chat.honours;
  }

  async *generate(request: GenerationRequest): AsyncGenerator<GenerationEvent, void, void> {
    const signal = AbortSignal.any([request.signal, this.#disposed.signal]);
    let finish: 'stop' | 'length' | null = null;
    let usage: AnswerPart['usage'];
    try {
      signal.throwIfAborted();
      for await (const part of this.#chat.ask(request, signal)) {
        signal.throwIfAborted();
        finish = part.finish ?? finish;
        usage = part.usage ?? usage;
        if (part.text !== undefined) yield { type: 'text', delta: part.text };
      }
    } catch (error) {
      // The whole answer is there; what came after it, the usage, is not needed.
      if (!signal.aborted && finish === null) throw error;
    }
    if (signal.aborted) {
      yield { type: 'done', finish: 'aborted' };
      return;
    }
    if (finish === null) throw brokeOff(this.#server);
    yield {
      type: 'done',
      finish,
      ...(usage === undefined ? {} : { usage: { ...usage, exact: true } }),
    };
  }

  async dispose(): Promise<void> {
    this.#disposed.abort();
  }
}

/** A question that costs next to nothing. */
const HELLO = {
  messages: [{ role: 'user', content: 'Say OK.' }],
  temperature: 0,
  maxTokens: 16,
  seed: 1,
} as const;

/** What a first question may fail with while a run is still worth starting: it has its own patience for these. */
const HARMLESS: ReadonlySet<ProviderError['code']> = new Set(['rate-limit', 'unknown', 'context']);

/**
 * Opens a model by asking it one short question: a local server then loads it, a wrong key or name shows before
 * the run begins, and which fields the server takes and how it names its weights is known from the start.
 * @throws {ProviderError}
 */
export async function openSession(
  client: Client,
  model: string,
  options: ChatDeps & Pick<Endpoint, 'parallel' | 'price'> & { readonly signal: AbortSignal },
): Promise<Session> {
  const { signal, parallel, price } = options;
  const chat = new Chat(client, model, options);
  let systemFingerprint: string | null = null;
  try {
    for await (const part of chat.ask(HELLO, signal)) {
      systemFingerprint = part.fingerprint ?? systemFingerprint;
      if (part.text !== undefined || part.finish !== undefined) break;
    }
  } catch (error) {
    if (!(error instanceof ProviderError && HARMLESS.has(error.code))) throw error;
  }
  const version = await serverVersion(client, signal);
  // Hashed: an export tells nobody the names in the visitor's network.
  const hash = await sha256(JSON.stringify([client.base, model, systemFingerprint]));
  return new OpenaiSession(chat, {
    server: client.server,
    parallel,
    price,
    engine: [engineOf(client), version ?? systemFingerprint].filter(Boolean).join(' '),
    fingerprint: hash === null ? null : `openai-compatible ${hash.slice(0, 32)}`,
  });
}

function engineOf({ preset }: Client): string {
  return preset.id === 'custom' ? 'OpenAI-compatible server' : preset.title;
}

function brokeOff(server: string): ProviderError {
  return new ProviderError(
    'network',
    `The answer of ${server} broke off. Look at its log, then resume the run.`,
  );
}
