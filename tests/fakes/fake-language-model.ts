import type {
  Availability,
  CreateOptions,
  LanguageModelFactory,
  LanguageModelSession,
} from '../../src/models/built-in/language-model.ts';

export interface FakeLanguageModel extends LanguageModelFactory {
  /** Every call of `create`, the one that only keeps the model in memory included. */
  readonly created: readonly CreateOptions[];
  readonly questions: readonly string[];
  /** Sessions that were not destroyed. */
  readonly open: number;
}

/**
 * A fake of the browser's language model, after the Prompt API's specification: says its pieces one after the
 * other, counts a token a character, and downloads in two steps if there is something to download.
 */
export function fakeLanguageModel(
  pieces: readonly string[],
  {
    availability = 'available',
    window = Number.POSITIVE_INFINITY,
    failure = null,
  }: {
    readonly availability?: Availability;
    /** Tokens that fit into the context. */
    readonly window?: number;
    /** What every prompt rejects with. */
    readonly failure?: Error | null;
  } = {},
): FakeLanguageModel {
  const created: CreateOptions[] = [];
  const questions: string[] = [];
  let open = 0;
  const session = (options: CreateOptions): LanguageModelSession => {
    let context = (options.initialPrompts ?? []).reduce(
      (sum, { content }) => sum + content.length,
      0,
    );
    const gone = new AbortController();
    open += 1;
    return {
      get contextUsage() {
        return context;
      },
      measureContextUsage: async (input) => input.length,
      promptStreaming(input, { signal }) {
        questions.push(input);
        const either = AbortSignal.any([signal, gone.signal]);
        let at = 0;
        return new ReadableStream<string>({
          async pull(controller) {
            await new Promise((resolve) => setTimeout(resolve, 1));
            if (either.aborted) return controller.error(either.reason);
            if (failure !== null) return controller.error(failure);
            if (context + input.length > window) {
              return controller.error(new DOMException('too large', 'QuotaExceededError'));
            }
            if (at === 0) context += input.length;
            const piece = pieces[at++];
            if (piece === undefined) return controller.close();
            context += piece.length;
            controller.enqueue(piece);
          },
        });
      },
      destroy() {
        if (!gone.signal.aborted) open -= 1;
        gone.abort(new DOMException('destroyed', 'AbortError'));
      },
    };
  };
  return {
    created,
    questions,
    get open() {
      return open;
    },
    availability: async () => availability,
    async create(options) {
      options.signal.throwIfAborted();
      created.push(options);
      if (availability === 'downloadable') {
        const target = new EventTarget();
        options.monitor?.(target);
        for (const loaded of [0.5, 1]) {
          target.dispatchEvent(Object.assign(new Event('downloadprogress'), { loaded, total: 1 }));
        }
      }
      return session(options);
    },
  };
}
