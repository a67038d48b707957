import type { AttemptSummary } from '../run/attempt-summary.ts';
import type { Attempt } from '../run/run.ts';
import { attemptKey } from '../run/slots.ts';
import type { LiveRun } from './live-run.svelte.ts';

/** The answers of a run in small letters, to be looked through: read from the store when words are first looked for. */
export class AnswerTexts {
  readonly #texts = new Map<string, string>();
  /** Changes when all that was missing is read: each page of it would have the whole list looked through again. */
  #version = $state.raw(0);
  #reading = $state.raw(false);
  #gone = false;

  get reading(): boolean {
    return this.#reading;
  }

  /** An answer in small letters; empty where it is not read yet. */
  textOf({ sampleId, index }: Pick<AttemptSummary, 'sampleId' | 'index'>): string {
    return this.#version === 0 ? '' : (this.#texts.get(attemptKey(sampleId, index)) ?? '');
  }

  /** Reads what is missing of the run's answers. Rejects with a `StorageError`. */
  async complete(live: Pick<LiveRun, 'attempt' | 'attemptPages' | 'attempts'>): Promise<void> {
    if (this.#reading || this.#texts.size >= live.attempts.size) return;
    this.#reading = true;
    try {
      if (this.#texts.size === 0) await this.#readAll(live.attemptPages());
      else await this.#readMissing(live);
      this.#version += 1;
    } finally {
      this.#reading = false;
    }
  }

  /** Stops reading: the view is gone. */
  dispose(): void {
    this.#gone = true;
  }

  async #readAll(pages: AsyncIterable<readonly Attempt[]>): Promise<void> {
    for await (const page of pages) {
      if (this.#gone) return;
      for (const attempt of page) this.#keep(attempt);
    }
  }

  async #readMissing(live: Pick<LiveRun, 'attempt' | 'attempts'>): Promise<void> {
    for (const { sampleId, index } of live.attempts.all) {
      if (this.#gone) return;
      if (this.#texts.has(attemptKey(sampleId, index))) continue;
      const attempt = await live.attempt(sampleId, index);
      if (attempt !== null) this.#keep(attempt);
    }
  }

  #keep({ sampleId, index, completion }: Attempt): void {
    this.#texts.set(attemptKey(sampleId, index), completion.text.toLowerCase());
  }
}
