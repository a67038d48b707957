import { indentOf, NOTHING_OPEN, stateAfter, type LineState } from '../python/line-state.ts';
import { lineKind } from './bare-lines.ts';

/** Lines of code between prose. */
export interface Run {
  /** Moved to the margin as a whole. */
  readonly code: string;
  /** As it stands in the answer. */
  readonly raw: string;
}

const BEGINS_ANEW = /^(?:async[ \t]+def|def|class|import|from)\b/;

/**
 * Collects the lines outside fences into runs of code. Only lines that are clearly prose end a run: what is
 * merely broken Python is the model's, and stays.
 */
export class RunCollector {
  readonly #lastQuotes: ReadonlyMap<string, number>;
  #lines: string[] = [];
  /** Comments, blank and unclear lines that belong to the code if more of it follows. */
  #held: string[] = [];
  #state: LineState = NOTHING_OPEN;
  #isRunning = false;
  #lastProse = '';
  #hasProse = false;

  /** @param lines the whole text, to know which strings of three quotes end somewhere. */
  constructor(lines: readonly string[]) {
    const last = new Map<string, number>();
    for (const [index, line] of lines.entries()) {
      for (const quotes of ['"""', "'''"]) if (line.includes(quotes)) last.set(quotes, index);
    }
    this.#lastQuotes = last;
  }

  /** The last line of prose so far. */
  get lastProse(): string {
    return this.#lastProse;
  }

  get hasProse(): boolean {
    return this.#hasProse;
  }

  /** Whether the line stands in a string of three quotes that ends there or later. */
  isInString(index: number): boolean {
    const { quotes } = this.#state;
    return this.#isRunning && quotes !== null && (this.#lastQuotes.get(quotes) ?? -1) >= index;
  }

  /** Takes one more line; gives the run that it ends, if any. */
  add(line: string, index: number): Run | null {
    if (this.#isRunning && this.#belongsToOpen(line, index)) return this.#keep(line);
    const kind = lineKind(line);
    const indented = indentOf(line) > 0;
    if (kind === 'blank' || kind === 'comment') {
      if (this.#isRunning && indented && kind === 'comment') return this.#keep(line);
      // A blank line parts a comment of the code's from a heading of the prose's.
      this.#held.push(line);
      return null;
    }
    if (this.#isRunning && (kind !== 'prose' || indented)) return this.#keep(line);
    if (kind === 'code') {
      this.#isRunning = true;
      return this.#keep(line);
    }
    if (kind === 'unclear' && !/^\s*\w+$/.test(line)) {
      // Broken Python above the code, unless prose comes first.
      this.#held.push(line);
      return null;
    }
    this.#hasProse = true;
    if (line.trim() !== '') this.#lastProse = line.trim().slice(0, 300);
    return this.end({ isProse: true });
  }

  /** Ends the run at a fence, at prose or at the end of the text. */
  end({ isProse = false } = {}): Run | null {
    const held = isProse ? commentsAtCode(this.#held) : this.#held;
    const lines = this.#isRunning ? [...this.#lines, ...held] : [];
    this.#lines = [];
    this.#held = [];
    this.#state = NOTHING_OPEN;
    this.#isRunning = false;
    if (lines.length === 0) return null;
    const raw = lines.join('\n') + '\n';
    return { code: dedent(lines), raw };
  }

  #belongsToOpen(line: string, index: number): boolean {
    if (this.isInString(index)) return true;
    if (this.#state.depth === 0) return false;
    return !BEGINS_ANEW.test(line);
  }

  #keep(line: string): null {
    this.#lines.push(...this.#held, line);
    this.#held = [];
    // A definition at the margin is none of an open bracket's: the bracket was forgotten.
    const isAnew = this.#state.quotes === null && BEGINS_ANEW.test(line);
    this.#state = stateAfter(line, isAnew ? NOTHING_OPEN : this.#state);
    return null;
  }
}

/** The comments directly below the code, up to the first blank line. */
function commentsAtCode(held: readonly string[]): readonly string[] {
  const blank = held.findIndex((line) => line.trim() === '');
  return blank === -1 ? held : held.slice(0, blank);
}

/** Markdown's indented code: all lines move left alike. */
function dedent(lines: readonly string[]): string {
  const filled = lines.filter((line) => line.trim() !== '');
  const columns = filled.reduce(
    (least, line) => Math.min(least, indentOf(line)),
    Number.POSITIVE_INFINITY,
  );
  if (columns === 0 || columns === Number.POSITIVE_INFINITY) return lines.join('\n') + '\n';
  return lines.map((line) => line.slice(Math.min(columns, indentOf(line)))).join('\n') + '\n';
}
