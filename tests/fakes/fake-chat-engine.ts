import type { ChatEngine } from '../../src/models/wllama/wllama-session.ts';

/** A question that the engine was asked. */
export interface Asked {
  readonly seed: number;
  readonly abortSignal: AbortSignal;
  say(text: string): void;
  end(finish?: 'stop' | 'length'): void;
  fail(error: Error): void;
}

/**
 * A fake of wllama: says the answer, or else what the test tells it, and, as the real one does, stops when its
 * batch is done.
 */
export function fakeChatEngine(answer?: string) {
  const asked: Asked[] = [];
  let exits = 0;
  const engine = {
    createChatCompletion: (options: {
      seed: number;
      abortSignal: AbortSignal;
      onData(chunk: object): void;
    }) =>
      new Promise<void>((resolve, reject) => {
        const chunk = (content: string, finish: string | null, usage?: object) =>
          options.onData({ choices: [{ delta: { content }, finish_reason: finish }], usage });
        asked.push({
          seed: options.seed,
          abortSignal: options.abortSignal,
          say: (text) => chunk(text, null),
          end: (finish = 'stop') => {
            chunk('', finish, { prompt_tokens: 7, completion_tokens: 3 });
            resolve();
          },
          fail: reject,
        });
        const latest = asked.at(-1);
        if (answer === undefined) return;
        setTimeout(() => latest?.say(answer), 1);
        setTimeout(() => latest?.end(), 20);
      }),
    // The real one leaves its promises pending.
    exit: () => {
      exits += 1;
      return new Promise<void>(() => undefined);
    },
  } as unknown as ChatEngine;
  return { engine, asked, exits: () => exits };
}
