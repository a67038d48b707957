import type { Passage } from '../passages/passage.ts';
import { definesName } from '../python/definitions.ts';
import type { Rule, Taken } from '../rule.ts';

const HUNK = /^@@(?: -\d+(?:,\d+)? \+(\d+)(?:,\d+)?)? ?.*@@/gm;

/**
 * The new side of a diff that shows the whole file. A diff is never applied to anything: if it leaves lines
 * out, the answer is not the complete code that was asked for.
 */
export const diff: Rule = {
  name: 'diff',
  means: 'the new side of the diff that the answer is',
  take({ passages, entryPoint, text, chosen }) {
    if (chosen !== null) return null;
    const blocks = passages.filter(isDiff);
    const last = blocks.findLast(({ code }) => definesName(newSide(code), entryPoint));
    if (last !== undefined) return readDiff(last.code);
    const isBare = /^--- \S.*\n\+\+\+ \S/m.test(text);
    if (isBare && definesName(newSide(text), entryPoint)) return readDiff(text);
    return isBare || blocks.length > 0 ? { reason: 'partial-diff' } : null;
  },
};

function isDiff({ language, code }: Passage): boolean {
  if (/^u?diff$|^patch$/.test(language)) return /^[-+]/m.test(code);
  return /^--- \S.*\n\+\+\+ \S/m.test(code) || /^@@ -\d.*@@/m.test(code);
}

function readDiff(code: string): Taken {
  const hunks = [...code.matchAll(HUNK)];
  const first = Number(hunks[0]?.[1] ?? 1);
  return hunks.length > 1 || first > 1 ? { reason: 'partial-diff' } : { code: newSide(code) };
}

/**
 * The lines that a diff adds or keeps. Models often leave out the blank in front of kept lines; then a
 * line that begins with one keeps it.
 */
function newSide(code: string): string {
  const lines = code
    .split('\n')
    .filter(
      (line) => !/^(?:--- |\+\+\+ |@@|diff --git |index [\da-f]+\.\.|\\ No newline)/.test(line),
    );
  const hasMargin = lines.every((line) => line.trim() === '' || /^[-+ ]/.test(line));
  return lines
    .filter((line) => !line.startsWith('-'))
    .map((line) =>
      line.startsWith('+') || (hasMargin && line.startsWith(' ')) ? line.slice(1) : line,
    )
    .join('\n');
}
