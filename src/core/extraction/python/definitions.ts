import { logicalLines, type LogicalLine } from '../../python/tokens.ts';

/** Whether a text binds the name at the start of a line: `def`, `class`, `name =`. */
export function definesName(text: string, name: string): boolean {
  const escaped = escapedName(name);
  return new RegExp(
    `^(?:(?:async[ \\t]+)?def|class)[ \\t]+${escaped}\\b|^${escaped}[ \\t]*(?::[^=\\n]+)?=(?!=)`,
    'm',
  ).test(text);
}

/** Whether the name is defined as only Python does: `def f(…):`, `class F:`, `f = lambda …:`. */
export function definesAsPython(text: string, name: string): boolean {
  const escaped = escapedName(name);
  return new RegExp(
    `^(?:async[ \\t]+)?def[ \\t]+${escaped}[ \\t]*[([][^]{0,2000}?\\)[ \\t]*(?:->[^:\\n]+)?:` +
      `|^class[ \\t]+${escaped}[ \\t]*(?:[([][^\\n]*)?:|^${escaped}[ \\t]*=[ \\t]*lambda\\b`,
    'm',
  ).test(text);
}

/** Whether some line can only be Python: a definition or an import at the start of a line. */
export function looksLikePython(text: string): boolean {
  return (
    /^(?:async[ \t]+)?def[ \t]+\w+[ \t]*[([]/m.test(text) ||
    /^class[ \t]+\w+[ \t]*(?:[([].*)?:/m.test(text) ||
    /^import[ \t]+[\w.]+(?:[ \t]+as[ \t]+\w+)?(?:[ \t]*,[ \t]*[\w.]+)*[ \t]*(?:#.*)?$/m.test(
      text,
    ) ||
    /^from[ \t]+[\w.]+[ \t]+import[ \t]+[\w(*]/m.test(text)
  );
}

/** Comments that stand for code left out: `# ...`, `# … rest unchanged`, `# existing code`. */
const ELISION =
  /^[ \t]*#[ \t]*(?:\.{3}|…|(?:the )?(?:rest|remainder) of|(?:your |the )?existing code|(?:same as|as) (?:before|above))/im;

/**
 * Whether the entry point is only sketched: its body does nothing (`...`, `pass`, a docstring), or a comment
 * stands for what was left out.
 */
export function isSketch(code: string, name: string): boolean {
  const lines = logicalLines(code);
  const at = lines.findLastIndex((line) => line.indent === 0 && defines(line, name));
  const header = lines[at];
  if (header === undefined) return false;
  const next = lines.findIndex((line, index) => index > at && line.indent === 0);
  const body = lines.slice(at + 1, next === -1 ? undefined : next);
  const end = next === -1 ? undefined : (lines[next]?.line ?? 1) - 1;
  const source = code
    .split('\n')
    .slice(header.line - 1, end)
    .join('\n');
  return ELISION.test(source) || [header, ...body].every(doesNothing);
}

function defines({ tokens }: LogicalLine, name: string): boolean {
  const at = tokens.findIndex(({ text }) => text === 'def' || text === 'class');
  return at !== -1 && at <= 1 && tokens[at + 1]?.text === name;
}

/** `...`, `pass`, a string, `raise NotImplementedError`, or a header with at most those behind it. */
function doesNothing({ tokens }: LogicalLine): boolean {
  const words = tokens.map(({ text }) => text).join(' ');
  if (tokens.length === 1 && tokens[0]?.kind === 'string') return true;
  return /^(?:(?:(?:async )?def|class) .*: ?)?(?:\. \. \.|pass|raise NotImplementedError\b.*)?$/s.test(
    words,
  );
}

/** The name as part of a regular expression. */
export function escapedName(name: string): string {
  return name.replace(/[^A-Za-z0-9_]/g, '\\$&');
}
