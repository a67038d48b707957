import { stateAfter, NOTHING_OPEN, indentOf } from '../python/line-state.ts';
import { isPythonLanguage } from '../python/words.ts';
import { unwrap } from '../wrappings/index.ts';
import { lineKind } from './bare-lines.ts';
import { openingOf, readBody, type Opening } from './fences.ts';
import type { Passage } from './passage.ts';
import { RunCollector, type Run } from './runs.ts';

/** Markdown in Markdown is opened this deep: an answer in a ```` ````markdown ```` block, quoted once more. */
const MAX_DEPTH = 3;

/** The passages of an answer that may be code, in order. One walk over the lines. */
export function passagesOf(
  text: string,
  depth = 0,
): { readonly passages: readonly Passage[]; readonly hasProse: boolean } {
  const lines = withoutQuoteMarks(text.split('\n'));
  const runs = new RunCollector(lines);
  const passages: Passage[] = [];
  let hasInnerProse = false;
  const addRun = (run: Run | null): void => {
    if (run !== null) passages.push(bare(run, lead));
    lead = runs.lastProse;
  };
  let lead = '';
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    const opening = runs.isInString(index) ? null : openingOf(line);
    if (opening === null) {
      addRun(runs.add(line, index));
      continue;
    }
    addRun(runs.end());
    const body = readBody(lines, index + 1, opening);
    const code = [...(opening.firstCode === null ? [] : [opening.firstCode]), ...body.lines];
    if (depth < MAX_DEPTH && isMarkdown(opening, code)) {
      const inner = passagesOf(code.join('\n'), depth + 1);
      passages.push(...inner.passages);
      hasInnerProse ||= inner.hasProse;
      index = body.next - 1;
      continue;
    }
    const end = body.closed ? code.length : firstProse(code);
    passages.push(fenced(opening, code.slice(0, end), body.closed, lead));
    // Behind a fence that was forgotten the prose goes on.
    index = body.next - 1 - (code.length - end);
  }
  addRun(runs.end());
  return {
    passages: passages.filter(({ code }) => code.trim() !== ''),
    hasProse: runs.hasProse || hasInnerProse,
  };
}

function bare({ code, raw }: Run, lead: string): Passage {
  return { kind: 'bare', language: '', raw, closed: true, lead, ...unwrap(code) };
}

function fenced(
  { language }: Opening,
  lines: readonly string[],
  closed: boolean,
  lead: string,
): Passage {
  const first = lines.findIndex((line) => line.trim() !== '');
  // The language of the block, in the wrong line.
  const isLabel = language === '' && isPythonLanguage((lines[first] ?? '').trim());
  const code = (isLabel ? lines.slice(first + 1) : lines).join('\n') + '\n';
  return {
    kind: 'fenced',
    language: isLabel ? 'python' : language,
    raw: code,
    closed,
    lead,
    ...unwrap(code),
  };
}

/** A whole answer in a block: Markdown by its language, or because it begins with a fence. */
function isMarkdown({ language }: Opening, lines: readonly string[]): boolean {
  if (language === 'markdown' || language === 'md') return lines.some((line) => openingOf(line));
  const first = lines.find((line) => line.trim() !== '');
  return language === '' && first !== undefined && openingOf(first) !== null;
}

/** Index of the first line that is clearly prose, below some code; the number of lines if none is. */
function firstProse(lines: readonly string[]): number {
  let state = NOTHING_OPEN;
  let hasCode = false;
  for (const [index, line] of lines.entries()) {
    const isInside = state.quotes !== null || state.depth > 0;
    const kind = isInside || indentOf(line) > 0 ? 'unclear' : lineKind(line);
    if (kind === 'prose' && hasCode) return index;
    hasCode ||= kind === 'code';
    state = stateAfter(line, state);
  }
  return lines.length;
}

/** Takes `> ` off quoted regions that hold a fence. */
function withoutQuoteMarks(lines: readonly string[]): readonly string[] {
  if (!lines.some((line) => /^ {0,3}> ?(?:`{3}|~{3})/.test(line))) return lines;
  const result: string[] = [];
  let region: string[] = [];
  const flush = (): void => {
    const hasFence = region.some((line) => /^ {0,3}> ?(?:`{3}|~{3})/.test(line));
    for (const line of region) result.push(hasFence ? line.replace(/^ {0,3}> ?/, '') : line);
    region = [];
  };
  for (const line of lines) {
    if (/^ {0,3}>(?!>>)/.test(line)) region.push(line);
    else {
      flush();
      result.push(line);
    }
  }
  flush();
  return result;
}
