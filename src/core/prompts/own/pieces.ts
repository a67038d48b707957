/** A part of a template's text. All of them in order, as they are written, are the text again. */
export type Piece =
  | { readonly kind: 'text'; readonly written: string; readonly line: number }
  | {
      readonly kind: 'placeholder';
      /** `{{ problem }}`, as it is written. */
      readonly written: string;
      /** `problem`; known or not. */
      readonly name: string;
      /** Where it begins, counted from 1. */
      readonly line: number;
    };

const PLACEHOLDER = /\{\{([^{}\n]*)\}\}/g;

/** Splits the text of a template at its placeholders, known or not. */
export function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let [from, line] = [0, 1];
  const take = (to: number): string => {
    const written = text.slice(from, to);
    from = to;
    return written;
  };
  const addText = (to: number): void => {
    const written = take(to);
    if (written === '') return;
    pieces.push({ kind: 'text', written, line });
    line += written.split('\n').length - 1;
  };
  for (const match of text.matchAll(PLACEHOLDER)) {
    addText(match.index);
    const written = take(match.index + match[0].length);
    pieces.push({ kind: 'placeholder', written, name: (match[1] ?? '').trim(), line });
  }
  addText(text.length);
  return pieces;
}
