/** Something that stands between a text and the code it carries, and that a person would take off. */
export interface Wrapping {
  readonly name: string;
  /** For the page, behind "Undone:". */
  readonly means: string;
  /** The code without it; null where the code has none. */
  undo(code: string): string | null;
}
