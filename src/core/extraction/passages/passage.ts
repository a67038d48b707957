/** A part of an answer that may be code. */
export interface Passage {
  /** `fenced`: a Markdown block; `bare`: lines of code without fences. */
  readonly kind: 'fenced' | 'bare';
  /** First word of the info string in lower case: `python`, `py`, … or empty. */
  readonly language: string;
  /** Without fences, without the indentation of the Markdown around it; lines end with `\n`. */
  readonly code: string;
  /** The lines as they stand in the answer, where the indentation was Markdown's. */
  readonly raw: string;
  /** False where the text ended before a closing fence. */
  readonly closed: boolean;
  /** The last line of prose before it. */
  readonly lead: string;
  /** The wrappings that were taken off. */
  readonly undone: readonly string[];
}
