/**
 * A queue between a side that pushes and one `for await` loop that takes. Unbounded: whoever pushes bounds
 * its own work.
 */
export class Channel<T> implements AsyncIterable<T> {
  #values: T[] = [];
  #end: { readonly error?: unknown } | null = null;
  #wake: (() => void) | null = null;

  /** Adds a value; after the end it is dropped. */
  push(value: T): void {
    if (this.#end !== null) return;
    this.#values.push(value);
    this.#wake?.();
  }

  /** Ends the loop after the values pushed so far. */
  close(): void {
    this.#end ??= {};
    this.#wake?.();
  }

  /** Makes the loop throw after the values pushed so far. */
  fail(error: unknown): void {
    this.#end ??= { error };
    this.#wake?.();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T, void, void> {
    for (;;) {
      while (this.#values.length > 0) yield this.#values.shift() as T;
      if (this.#end !== null) {
        if ('error' in this.#end) throw this.#end.error;
        return;
      }
      await new Promise<void>((resolve) => (this.#wake = resolve));
      this.#wake = null;
    }
  }
}
