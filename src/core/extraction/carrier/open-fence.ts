/**
 * Follows a Markdown text piece by piece and tells whether its end stands inside a fenced block. Rough: it
 * knows nothing of the code inside.
 */
export class FenceFollower {
  #fence: string | null = null;

  /** @param piece whole lines, or the rest of one. */
  feed(piece: string): void {
    for (const [, run = ''] of piece.matchAll(/^[ \t>]*(`{3,}|~{3,})[^`\n]*$/gm)) {
      if (this.#fence === null) this.#fence = run;
      else if (run.startsWith(this.#fence)) this.#fence = null;
    }
  }

  get isInside(): boolean {
    return this.#fence !== null;
  }
}
