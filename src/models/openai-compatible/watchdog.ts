import type { Sleep } from '../../run/sleep.ts';

/** Ends a request that has gone silent. */
export class Watchdog {
  readonly #sleep: Sleep;
  readonly #stop = new AbortController();
  #timer = new AbortController();
  #expired = false;
  /** Aborts with the outer signal, when the silence lasted too long, and at the end. */
  readonly signal: AbortSignal;

  constructor(outer: AbortSignal, sleep: Sleep) {
    this.#sleep = sleep;
    this.signal = AbortSignal.any([outer, this.#stop.signal]);
  }

  /** Whether it was the silence that ended the request. */
  get expired(): boolean {
    return this.#expired;
  }

  /** Something was heard, or is waited for; from now on `ms` milliseconds of silence are borne. */
  expect(ms: number): void {
    this.#timer.abort();
    const timer = new AbortController();
    this.#timer = timer;
    this.#sleep(ms, timer.signal).then(
      () => {
        if (timer.signal.aborted) return;
        this.#expired = true;
        this.#stop.abort();
      },
      () => undefined,
    );
  }

  /** Lets go of the timer, and of the request where it still runs. */
  end(): void {
    this.#timer.abort();
    this.#stop.abort();
  }
}
