/** A piece of Python source. Strings carry their text, without quotes and with escapes read roughly. */
export interface Token {
  readonly kind: 'name' | 'number' | 'string' | 'operator';
  /** As written. */
  readonly text: string;
  /** For a string: what it says; parts of an f-string in braces become a blank. */
  readonly value?: string;
  /** Counted from 1. */
  readonly line: number;
}

/** A statement, or the header of a block: a line as Python counts it, over open brackets and `\` line ends. */
export interface LogicalLine {
  /** Of its first token; counted from 1. */
  readonly line: number;
  /** Of its last token. */
  readonly lastLine: number;
  /** Columns before the first token. */
  readonly indent: number;
  readonly tokens: readonly Token[];
  /** The comments on its lines, without `#`. */
  readonly comments: readonly string[];
}

const TOKEN =
  /(?<blank>[ \t\f]+|\\\r?\n)|(?<newline>\r?\n)|(?<comment>#[^\n]*)|(?<string>[A-Za-z]{0,2}(?:"""(?:\\.|[^\\])*?(?:"""|$)|'''(?:\\.|[^\\])*?(?:'''|$)|"(?:\\.|[^"\\\n])*"?|'(?:\\.|[^'\\\n])*'?))|(?<number>(?:0[xXoObB][\da-fA-F_]+|\d[\d_]*(?:\.[\d_]*)?(?:[eE][+-]?\d+)?|\.\d[\d_]*)j?)|(?<name>[\p{L}_][\p{L}\p{N}_]*)|(?<operator>==|!=|<=|>=|->|:=|\*\*|\/\/|.)/suy;

/**
 * The logical lines of a Python source, for checks that look at words and shapes. It reads well-formed
 * source and gives its best guess for other; blank lines and lines of comments alone are left out.
 */
export function logicalLines(source: string): readonly LogicalLine[] {
  const lines: LogicalLine[] = [];
  let tokens: Token[] = [];
  let comments: string[] = [];
  let [line, depth, indent, atStart] = [1, 0, 0, true];
  const finish = (): void => {
    const [first, last] = [tokens[0], tokens.at(-1)];
    if (first !== undefined && last !== undefined) {
      lines.push({ line: first.line, lastLine: lastLineOf(last), indent, tokens, comments });
    }
    [tokens, comments, indent, atStart] = [[], [], 0, true];
  };
  for (const match of source.matchAll(new RegExp(TOKEN, 'suyg'))) {
    const [text] = match;
    const groups = match.groups ?? {};
    if (groups['newline'] !== undefined) {
      if (depth === 0) finish();
    } else if (groups['blank'] !== undefined) {
      if (atStart) indent = text.length;
    } else if (groups['comment'] !== undefined) {
      comments.push(text.slice(1).trim());
    } else {
      tokens.push(tokenOf(text, groups, line));
      atStart = false;
      if ('([{'.includes(text)) depth += 1;
      if (')]}'.includes(text)) depth = Math.max(0, depth - 1);
    }
    line += text.split('\n').length - 1;
  }
  finish();
  return lines;
}

function tokenOf(
  text: string,
  groups: Readonly<Record<string, string | undefined>>,
  line: number,
): Token {
  if (groups['string'] !== undefined) {
    return { kind: 'string', text, value: stringValue(text), line };
  }
  if (groups['number'] !== undefined) return { kind: 'number', text, line };
  return { kind: groups['name'] === undefined ? 'operator' : 'name', text, line };
}

function lastLineOf(token: Token): number {
  return token.line + token.text.split('\n').length - 1;
}

function stringValue(text: string): string {
  const [, prefix = '', quotes = '"'] = /^([A-Za-z]*)("""|'''|"|')/.exec(text) ?? [];
  const start = prefix.length + quotes.length;
  const end =
    text.endsWith(quotes) && text.length >= start + quotes.length ? -quotes.length : undefined;
  let value = text.slice(start, end);
  if (/[fFtT]/.test(prefix)) {
    value = value.replace(/\{\{|\}\}|\{[^{}]*\}/g, (part) =>
      part.length === 2 ? (part[0] ?? '') : ' ',
    );
  }
  if (/[rR]/.test(prefix)) return value;
  return value.replace(/\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|(\r?\n)|(.))/gs, readEscape);
}

function readEscape(
  _whole: string,
  hex2: string | undefined,
  hex4: string | undefined,
  lineEnd: string | undefined,
  character: string | undefined,
): string {
  const code = hex2 ?? hex4;
  if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
  if (lineEnd !== undefined) return '';
  const blanks: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '0': '\0' };
  return blanks[character ?? ''] ?? character ?? '';
}
