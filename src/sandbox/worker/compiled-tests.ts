import { hasOwn, keys } from './intrinsics.ts';

/** Samples whose compiled tests are kept: a run goes through its samples in turn, again for each attempt. */
const MOST_KEPT = 400;

/**
 * Compiled tests by their source. The judge's interpreter forgets them with every restore, and compiling
 * takes longer than running many of them. They come from the judge and go back to it, never to the cell.
 */
export class CompiledTests {
  #kept: Record<string, unknown> = { __proto__: null };

  /** What the judge made of this source, or null. */
  of(tests: string): unknown {
    return hasOwn(this.#kept, tests) ? this.#kept[tests] : null;
  }

  keep(tests: string, code: unknown): void {
    if (keys(this.#kept).length >= MOST_KEPT) this.#kept = { __proto__: null };
    this.#kept[tests] = code;
  }
}
