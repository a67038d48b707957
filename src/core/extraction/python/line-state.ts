/** What is open at the end of a line of Python, so that the next line still belongs to it. */
export interface LineState {
  /** The quotes of a string over several lines; null outside of one. */
  readonly quotes: '"""' | "'''" | null;
  /** Open brackets. */
  readonly depth: number;
}

export const NOTHING_OPEN: LineState = { quotes: null, depth: 0 };

/** The state after one more line. It reads every character once, and gives a best guess for broken source. */
export function stateAfter(line: string, before: LineState): LineState {
  if (before.quotes === null && !/["'([{)\]}]/.test(line)) return before;
  let { quotes, depth } = before;
  for (let index = 0; index < line.length; index += 1) {
    const character = line[index] ?? '';
    if (quotes !== null) {
      if (character === '\\') index += 1;
      else if (line.startsWith(quotes, index)) {
        index += 2;
        quotes = null;
      }
    } else if (character === '#') break;
    else if ('([{'.includes(character)) depth += 1;
    else if (')]}'.includes(character)) depth = Math.max(0, depth - 1);
    else if (line.startsWith('"""', index) || line.startsWith("'''", index)) {
      quotes = character === '"' ? '"""' : "'''";
      index += 2;
    } else if (character === '"' || character === "'") index = endOfString(line, index);
  }
  return { quotes, depth };
}

/** Index of the closing quote of a string of one line, or of the line's last character. */
function endOfString(line: string, start: number): number {
  for (let index = start + 1; index < line.length; index += 1) {
    if (line[index] === '\\') index += 1;
    else if (line[index] === line[start]) return index;
  }
  return line.length - 1;
}

/** Columns before the first character; no-break spaces count as well, since they look alike. */
export function indentOf(line: string): number {
  return /^[ \t\u00A0\u202F]*/.exec(line)?.[0].length ?? 0;
}
