import { SANITY_QUESTION } from '../../src/models/webllm/sanity.ts';
import type { EngineWorker, FromWorker, ToWorker } from '../../src/models/webllm/protocol.ts';

/** What the worker sends for a message that it gets; by default it answers "ab" in two pieces. */
export type FakeEngine = (message: ToWorker, post: (message: FromWorker) => void) => void;

/** The worker of WebLLM without WebLLM. */
export class FakeEngineWorker extends EventTarget implements EngineWorker {
  /** What was sent to it, without the questions by which a session sees whether it is well. */
  readonly received: ToWorker[] = [];
  /** What it answers to those. */
  sanity: string | FakeEngine = 'def add(a, b): return a + b';
  terminated = false;
  readonly #engine: FakeEngine;

  constructor(engine: FakeEngine = answering()) {
    super();
    this.#engine = engine;
  }

  postMessage(message: ToWorker): void {
    const post = (answer: FromWorker) => this.post(answer);
    if (message.type === 'generate' && message.request.messages === SANITY_QUESTION.messages) {
      const { sanity } = this;
      if (typeof sanity === 'string') answering([sanity])(message, post);
      else sanity(message, post);
      return;
    }
    this.received.push(message);
    this.#engine(message, post);
  }

  /** Sends something to the page, as a real worker does: later, and only while it lives. */
  post(data: FromWorker): void {
    setTimeout(() => {
      if (!this.terminated) this.dispatchEvent(new MessageEvent('message', { data }));
    }, 0);
  }

  terminate(): void {
    this.terminated = true;
  }
}

/** Loads at once and answers every question with `pieces`; an interrupt ends the answer. */
export function answering(pieces: readonly string[] = ['a', 'b']): FakeEngine {
  let interrupted = false;
  return (message, post) => {
    if (message.type === 'load') post({ type: 'loaded' });
    if (message.type === 'interrupt') interrupted = true;
    if (message.type !== 'generate') return;
    interrupted = false;
    const { id } = message;
    const step = (rest: readonly string[]) => {
      const [delta, ...more] = rest;
      if (interrupted) post({ type: 'done', id, finish: 'aborted', usage: null });
      else if (delta === undefined) {
        const usage = { prompt: 3, completion: pieces.length };
        post({ type: 'done', id, finish: 'stop', usage });
      } else {
        post({ type: 'text', id, delta });
        setTimeout(() => step(more), 0);
      }
    };
    step(pieces);
  };
}
