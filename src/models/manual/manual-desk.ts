import type { ManualDesk, ManualQuestion } from '../../run/ports.ts';

/** What the visitor did with a question; null when it was withdrawn. */
export type ManualAnswer =
  { readonly kind: 'text'; readonly text: string } | { readonly kind: 'skip' };

/** The desk with the side of the session: what is asked, and the answers given. */
export class QuestionDesk implements ManualDesk {
  #waiting: { question: ManualQuestion; answer: (answer: ManualAnswer) => void }[] = [];
  readonly #listeners = new Set<(pending: ManualQuestion | null) => void>();

  get pending(): ManualQuestion | null {
    return this.#waiting[0]?.question ?? null;
  }

  subscribe(listener: (pending: ManualQuestion | null) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  submit(text: string): boolean {
    return this.#answer({ kind: 'text', text });
  }

  skip(): boolean {
    return this.#answer({ kind: 'skip' });
  }

  /** Puts a question to the visitor; resolves to null when the signal withdraws it. */
  ask(question: ManualQuestion, signal: AbortSignal): Promise<ManualAnswer | null> {
    if (signal.aborted) return Promise.resolve(null);
    return new Promise((resolve) => {
      const entry = { question, answer: settle };
      const withdraw = () => settle(null);
      const remove = () => {
        signal.removeEventListener('abort', withdraw);
        this.#waiting = this.#waiting.filter((other) => other !== entry);
        this.#tell();
      };
      function settle(answer: ManualAnswer | null) {
        remove();
        resolve(answer);
      }
      signal.addEventListener('abort', withdraw, { once: true });
      this.#waiting.push(entry);
      this.#tell();
    });
  }

  #answer(answer: ManualAnswer): boolean {
    const [first] = this.#waiting;
    first?.answer(answer);
    return first !== undefined;
  }

  #tell(): void {
    for (const listener of this.#listeners) listener(this.pending);
  }
}
