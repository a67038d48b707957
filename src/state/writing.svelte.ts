import type { SampleId } from '../core/dataset/sample.ts';
import { attemptKey } from '../run/slots.ts';

/** The answer that is being written now. */
export interface Writing {
  readonly sampleId: SampleId;
  readonly index: number;
  readonly text: string;
  /** Set while the same question is asked again after a failure. */
  readonly retry: string | null;
}

type Place = Pick<Writing, 'sampleId' | 'index'>;

/** The answers that are being written; a remote model writes several at once. */
export class WritingState {
  readonly #all = new Map<string, Writing>();
  #shown = $state.raw<Writing | null>(null);

  /** The one that the page shows: the oldest. */
  get shown(): Writing | null {
    return this.#shown;
  }

  /** Begins an answer, or begins it again; `retry` says why. */
  begin({ sampleId, index }: Place, retry: string | null = null): void {
    this.#all.set(attemptKey(sampleId, index), { sampleId, index, text: '', retry });
    this.#showOldest();
  }

  add({ sampleId, index }: Place, delta: string): void {
    const key = attemptKey(sampleId, index);
    const text = (this.#all.get(key)?.text ?? '') + delta;
    this.#all.set(key, { sampleId, index, text, retry: null });
    this.#showOldest();
  }

  end({ sampleId, index }: Place): void {
    this.#all.delete(attemptKey(sampleId, index));
    this.#showOldest();
  }

  clear(): void {
    this.#all.clear();
    this.#showOldest();
  }

  #showOldest(): void {
    const [oldest = null] = this.#all.values();
    this.#shown = oldest;
  }
}
