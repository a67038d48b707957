import { endsInTripleQuotes } from '../python/open-string.ts';

/** A fenced block of a Markdown text. */
export interface FencedBlock {
  /** First word of the info string in lower case: `python`, `py`, … or empty. */
  readonly language: string;
  /** Without the fences and without the indentation of the opening fence; lines end with `\n`. */
  readonly code: string;
  /** False where the text ended before a closing fence. */
  readonly closed: boolean;
}

interface Opening {
  readonly indent: number;
  readonly fence: string;
  readonly language: string;
}

/**
 * The fenced blocks of a model's answer, in order. CommonMark's rules (0.31, section 4.5), with three
 * habits of models on top: a fence in a list may be indented further, an opening ```` ```python ```` may follow
 * prose on its line, and a closing fence may stand at the end of the last line of code.
 */
export function fencedBlocks(text: string): readonly FencedBlock[] {
  const lines = text.split('\n');
  const blocks: FencedBlock[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const opening = openingOf(lines[index] ?? '');
    if (opening === null) continue;
    const end = closingLine(lines, index + 1, opening);
    const body = lines.slice(index + 1, end.line).concat(end.lastCode ?? []);
    blocks.push({
      language: opening.language,
      code: body.map((line) => withoutIndent(line, opening.indent)).join('\n') + '\n',
      closed: end.closed,
    });
    index = end.line;
  }
  return blocks;
}

function openingOf(line: string): Opening | null {
  const own = /^([ \t]*)(`{3,}(?=[^`]*$)|~{3,})(.*)$/.exec(line);
  const afterProse = /^.*?[^`](`{3,})[ \t]*(python3?|py)[ \t]*$/i.exec(line);
  if (own !== null) {
    return { indent: own[1]?.length ?? 0, fence: own[2] ?? '', language: languageOf(own[3] ?? '') };
  }
  if (afterProse === null) return null;
  return { indent: 0, fence: afterProse[1] ?? '', language: languageOf(afterProse[2] ?? '') };
}

/** `python`, `Python title="a.py"`, `{.python}`, `python:app.py` → `python`. */
function languageOf(info: string): string {
  return (/^[\s{.]*([A-Za-z0-9+#-]+)/.exec(info)?.[1] ?? '').toLowerCase();
}

/** How many fences are tried inside one string; an answer of fences alone must not cost minutes. */
const MAX_LOOKS = 20;

interface Closing {
  /** Index of the line with the closing fence, or the number of lines. */
  readonly line: number;
  readonly closed: boolean;
  /** Code that stands before the fence on its line. */
  readonly lastCode?: string;
}

function closingLine(lines: readonly string[], from: number, opening: Opening): Closing {
  let early: Closing | null = null;
  let looks = 0;
  for (let index = from; index < lines.length; index += 1) {
    if (!closes(lines[index] ?? '', opening)) continue;
    const found = { line: index, closed: true };
    // A docstring may hold fences of its own; then a later fence closes the block.
    if (!endsInTripleQuotes(lines.slice(from, index).join('\n'))) return found;
    early ??= found;
    looks += 1;
    if (looks === MAX_LOOKS) break;
  }
  return early ?? closingAtEndOfCode(lines, from, opening) ?? { line: lines.length, closed: false };
}

function closes(line: string, opening: Opening): boolean {
  const match = /^([ \t]*)(`{3,}|~{3,})[ \t]*$/.exec(line);
  if (match === null) return false;
  const [indent, fence] = [match[1]?.length ?? 0, match[2] ?? ''];
  // A fence that is indented further belongs to the code: a docstring with an example.
  return indent <= opening.indent + 3 && fence.startsWith(opening.fence);
}

function closingAtEndOfCode(
  lines: readonly string[],
  from: number,
  opening: Opening,
): Closing | null {
  for (let index = from; index < lines.length; index += 1) {
    const line = (lines[index] ?? '').trimEnd();
    if (!line.endsWith(opening.fence) || line.trim() === opening.fence) continue;
    return { line: index, closed: true, lastCode: line.slice(0, -opening.fence.length) };
  }
  return null;
}

function withoutIndent(line: string, indent: number): string {
  const own = /^[ \t]*/.exec(line)?.[0].length ?? 0;
  return line.slice(Math.min(own, indent));
}
