import type { DeviceInfo, GenerationEvent, GenerationRequest, Session } from '../../run/ports.ts';
import { explainModelError } from './explain.ts';
import { ENGLISH, type LanguageModelFactory, type LanguageModelSession } from './language-model.ts';

/** The Prompt API knows no longest answer; it is cut where so many characters a token are reached. */
const CHARACTERS_PER_TOKEN = 4;

/**
 * The browser's model, kept in memory by one session that is asked nothing: each question gets a session of its
 * own, so that no answer knows of another.
 */
export class BuiltInSession implements Session {
  readonly device: DeviceInfo = { backend: 'browser' };
  readonly engine: string;
  readonly #factory: LanguageModelFactory;
  readonly #keptOpen: LanguageModelSession;
  readonly #disposed = new AbortController();

  constructor(factory: LanguageModelFactory, keptOpen: LanguageModelSession, engine: string) {
    this.#factory = factory;
    this.#keptOpen = keptOpen;
    this.engine = engine;
  }

  async *generate(request: GenerationRequest): AsyncGenerator<GenerationEvent, void, void> {
    const left = new AbortController();
    const signal = AbortSignal.any([request.signal, this.#disposed.signal, left.signal]);
    let session: LanguageModelSession | null = null;
    try {
      if (signal.aborted) throw signal.reason;
      const before = request.messages.slice(0, -1);
      const question = request.messages.at(-1)?.content ?? '';
      session = await this.#factory.create({
        ...ENGLISH,
        signal,
        initialPrompts: before.map(({ role, content }) => ({ role, content })),
      });
      const asked = await askedTokens(session, question);
      let length = 0;
      const reader = session.promptStreaming(question, { signal }).getReader();
      for (;;) {
        const { done, value: delta } = await reader.read();
        if (done || signal.aborted) break;
        if (delta === '') continue;
        length += delta.length;
        yield { type: 'text', delta };
        if (length < request.maxTokens * CHARACTERS_PER_TOKEN) continue;
        left.abort();
        yield { type: 'done', finish: 'length', ...usageOf(session, asked) };
        return;
      }
      yield signal.aborted
        ? { type: 'done', finish: 'aborted' }
        : { type: 'done', finish: 'stop', ...usageOf(session, asked) };
    } catch (error) {
      if (!signal.aborted) throw explainModelError(error);
      yield { type: 'done', finish: 'aborted' };
    } finally {
      left.abort();
      session?.destroy();
    }
  }

  async dispose(): Promise<void> {
    this.#disposed.abort();
    this.#keptOpen.destroy();
  }
}

type Usage = { readonly prompt: number; readonly completion: number; readonly exact: false };

/** Tokens in the context of a session; undefined where the browser doesn't say. */
const contextOf = (session: LanguageModelSession): number | undefined =>
  session.contextUsage ?? session.inputUsage;

/** Tokens that a question will take in the context, with all that stands there already. */
async function askedTokens(
  session: LanguageModelSession,
  question: string,
): Promise<number | undefined> {
  const before = contextOf(session);
  const more = await (session.measureContextUsage?.(question) ??
    session.measureInputUsage?.(question));
  return before === undefined || more === undefined ? undefined : before + more;
}

/** The browser counts question and answer together, with the marks between them. */
function usageOf(
  session: LanguageModelSession,
  asked: number | undefined,
): { readonly usage?: Usage } {
  const all = contextOf(session);
  if (asked === undefined || all === undefined || all < asked) return {};
  return { usage: { prompt: asked, completion: all - asked, exact: false } };
}
