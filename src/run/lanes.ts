/** Lets a number of pieces of work go on at once; the others wait in the order of their arrival. */
export class Lanes {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  constructor(size: number) {
    this.#free = size;
  }

  async use<T>(work: () => Promise<T>): Promise<T> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      // The lane goes straight on to who waits: somebody who comes meanwhile can't take it.
      if (next) next();
      else this.#free += 1;
    }
  }
}
