import { htmlEscapes } from './html-escapes.ts';
import { nonBreakingSpaces } from './non-breaking-spaces.ts';
import { replPrompts } from './repl-prompts.ts';
import type { Wrapping } from './wrapping.ts';

/** In the order in which they are taken off. A new one: its file and one line here. */
const WRAPPINGS: readonly Wrapping[] = [htmlEscapes, replPrompts, nonBreakingSpaces];

/**
 * The code without its wrappings, and their names. What is wrapped twice is the model's mistake and stays as
 * it is, so that the code that comes out, read again, comes out once more.
 */
export function unwrap(wrapped: string): {
  readonly code: string;
  readonly undone: readonly string[];
} {
  let code = wrapped;
  const undone: string[] = [];
  for (;;) {
    // One may hide another: the prompts of a session look like unescaped HTML.
    const next = WRAPPINGS.find((wrapping) => wrapping.undo(code) !== null);
    if (next === undefined) return { code, undone };
    if (undone.includes(next.name)) return { code: wrapped, undone: [] };
    code = next.undo(code) ?? code;
    undone.push(next.name);
  }
}

/** What a wrapping is called on the page; null for a name of another version. */
export function wrappingMeaning(name: string): string | null {
  return WRAPPINGS.find((wrapping) => wrapping.name === name)?.means ?? null;
}
