import { indentOf, NOTHING_OPEN, stateAfter } from '../python/line-state.ts';
import { isPythonLanguage } from '../python/words.ts';
import { lineKind } from './bare-lines.ts';

/** The line that opens a fenced block. */
export interface Opening {
  /** Columns that the Markdown around it takes. */
  readonly indent: number;
  readonly fence: string;
  /** First word of the info string in lower case, or empty. */
  readonly language: string;
  /** Code that stands on the line of the fence. */
  readonly firstCode: string | null;
}

/** Where a block ends. */
interface Body {
  readonly lines: readonly string[];
  readonly closed: boolean;
  /** Index of the line behind the block. */
  readonly next: number;
}

const OWN_LINE =
  /^([ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?)(`{3,}|~{3,}|'''(?=[ \t]*(?:python3?|py)[ \t]*$))(.*)$/i;

/**
 * CommonMark's rules (0.31, section 4.5) with habits of models on top: the fence may be indented far, stand
 * behind a list marker, behind prose (then only as ```` ```python ````) or have code on its line; three single
 * quotes with a language are a fence as well.
 */
export function openingOf(line: string): Opening | null {
  if (!/```|~~~|'''/.test(line)) return null;
  const own = OWN_LINE.exec(line);
  if (own !== null) {
    const [, indent = '', fence = '', info = ''] = own;
    if (fence.startsWith('`') && info.includes('`')) return null;
    return { indent: indent.length, fence, ...readInfo(info) };
  }
  const afterProse = /^.*?[^`](`{3,})[ \t]*(python3?|py)[ \t]*$/i.exec(line);
  if (afterProse === null) return null;
  return { indent: 0, fence: afterProse[1] ?? '', ...readInfo(afterProse[2] ?? '') };
}

/** `python`, `Python title="a.py"`, `{.python}`, `python:app.py` → `python`; `python import os` has code. */
function readInfo(info: string): Pick<Opening, 'language' | 'firstCode'> {
  const text = info.trim();
  if (startsCode(text)) return { language: '', firstCode: text };
  const [, word = '', rest = ''] = /^[\s{.]*([A-Za-z0-9+#.-]+)(.*)$/.exec(text) ?? [];
  const code = rest.trim();
  const firstCode = isPythonLanguage(word) && startsCode(code) ? code : null;
  return { language: word.toLowerCase(), firstCode };
}

function startsCode(text: string): boolean {
  return /^(?:import|from|def|async|class|@)\b/.test(text) && lineKind(text) === 'code';
}

/** How many fences are tried inside one string; an answer of fences alone must not cost minutes. */
const MAX_LOOKS = 20;

/** How many lines are read on in search of a better end than one at code or one too short. */
const MAX_LINES_ON = 50;

/**
 * Reads the block below its opening. Where no proper fence closes it: a fence that seemed to stand in a
 * string, one at the end of a line of code, one that is too short, else the end of the text.
 */
export function readBody(lines: readonly string[], from: number, opening: Opening): Body {
  const until = (end: number, next = end + 1): Body => ({
    lines: withoutIndent(lines.slice(from, end), opening),
    closed: true,
    next,
  });
  const ends: { inString?: Body; atCode?: Body; short?: Body } = {};
  let [state, looks, left] = [NOTHING_OPEN, 0, MAX_LINES_ON];
  for (let index = from; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    const end = endAt(line, opening);
    const inString = state.quotes !== null;
    if (end === 'closing' || end === 'restart') {
      const body = end === 'closing' ? until(index) : until(index, index);
      // A docstring may hold fences of its own; then a later fence closes the block.
      if (!inString) return body;
      ends.inString ??= body;
      looks += 1;
    } else if (end === 'at-code' && !inString)
      ends.atCode ??= closedAtCode(lines, from, index, opening);
    else if (end === 'short' && !inString) ends.short ??= until(index);
    if (ends.inString === undefined && (ends.atCode ?? ends.short) !== undefined) left -= 1;
    if (looks === MAX_LOOKS || left === 0) break;
    state = stateAfter(line, state);
  }
  return (
    ends.inString ??
    ends.atCode ??
    ends.short ?? { ...until(lines.length, lines.length), closed: false }
  );
}

type End = 'closing' | 'restart' | 'at-code' | 'short' | null;

function endAt(line: string, { fence, indent }: Opening): End {
  if (!line.includes(fence.slice(0, 3))) return null;
  const own = /^([ \t]*)(`{3,}|~{3,}|''')\s*$/.exec(line);
  if (own !== null) {
    const run = own[2] ?? '';
    // A fence that is indented further belongs to the code: a docstring with an example.
    if ((own[1]?.length ?? 0) > indent + 3 || run[0] !== fence[0]) return null;
    return run.startsWith(fence) ? 'closing' : 'short';
  }
  const other = openingOf(line);
  if (other !== null && other.fence.startsWith(fence) && other.indent <= indent + 3) {
    if (isPythonLanguage(other.language)) return 'restart';
  }
  // No info string has so many words: it is prose behind the fence.
  if (other !== null && /^[ \t]*[`~]+[ \t]+\S+[ \t]+\S+[ \t]+\S/.test(line)) return 'short';
  return line.trimEnd().endsWith(fence) ? 'at-code' : null;
}

function closedAtCode(lines: readonly string[], from: number, at: number, opening: Opening): Body {
  const last = (lines[at] ?? '').trimEnd().slice(0, -opening.fence.length);
  return {
    lines: withoutIndent([...lines.slice(from, at), last], opening),
    closed: true,
    next: at + 1,
  };
}

/** Takes off the fence's indentation, or less where the code begins further left; never more. */
function withoutIndent(lines: readonly string[], { indent }: Opening): readonly string[] {
  if (indent === 0) return lines;
  const first = lines.find((line) => line.trim() !== '') ?? '';
  const columns = Math.min(indent, indentOf(first));
  return lines.map((line) => line.slice(Math.min(columns, indentOf(line))));
}
