/** What a run wants to know of the visitor before it goes on. */
export type Asked =
  /** May so many bytes (null: nobody knows) be downloaded on a line that costs, or shall be spared? */
  | { readonly kind: 'download'; readonly bytes: number | null }
  /** The browser's storage is full; `message` says of what there is no room. */
  | { readonly kind: 'room'; readonly message: string };

/** A question to the visitor, one at a time, on which something waits. */
export class Question {
  #asked = $state.raw<Asked | null>(null);
  #settle: (answer: boolean) => void = () => undefined;

  get asked(): Asked | null {
    return this.#asked;
  }

  /** Resolves with the visitor's answer; with false on abort. */
  async ask(asked: Asked, signal: AbortSignal): Promise<boolean> {
    if (signal.aborted) return false;
    const answered = new Promise<boolean>((resolve) => (this.#settle = resolve));
    const giveUp = (): void => this.#settle(false);
    signal.addEventListener('abort', giveUp, { once: true });
    this.#asked = asked;
    try {
      return await answered;
    } finally {
      signal.removeEventListener('abort', giveUp);
      this.#asked = null;
    }
  }

  answer(answer: boolean): void {
    this.#settle(answer);
  }
}
