import type { Attempt } from '../run/run.ts';

/** The attempt that a view shows, with its texts. The one before stays until they are read, so that nothing jumps. */
export class ShownAttempt {
  #attempt = $state.raw<Attempt | null>(null);
  #problem = $state.raw<string | null>(null);
  #reading: Promise<Attempt | null> | null = null;

  /** Null before the first one is read, and where there is none. */
  get attempt(): Attempt | null {
    return this.#attempt;
  }

  /** Why it could not be read. */
  get problem(): string | null {
    return this.#problem;
  }

  /** Shows what is read, unless something else was asked for meanwhile. */
  show(reading: Promise<Attempt | null>): void {
    this.#reading = reading;
    reading.then(
      (attempt) => this.#end(reading, attempt, null),
      (error: unknown) =>
        this.#end(reading, null, error instanceof Error ? error.message : String(error)),
    );
  }

  #end(reading: Promise<Attempt | null>, attempt: Attempt | null, problem: string | null): void {
    if (this.#reading !== reading) return;
    this.#attempt = attempt;
    this.#problem = problem;
  }
}
