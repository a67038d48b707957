/**
 * Splits Python source into coloured spans for reading. A lexer of a page's length is enough for
 * display: the editor has a real parser, and loading it for every listing would cost more than it gives.
 */

export type SpanKind = 'plain' | 'keyword' | 'string' | 'number' | 'comment' | 'name';

export interface Span {
  readonly kind: SpanKind;
  readonly text: string;
}

const KEYWORDS = new Set(
  (
    'False None True and as assert async await break case class continue def del elif else except ' +
    'finally for from global if import in is lambda match nonlocal not or pass raise return try ' +
    'while with yield'
  ).split(' '),
);

const TOKEN = new RegExp(
  [
    /(?<comment>#[^\n]*)/,
    /(?<string>[bBfFrRuUtT]{0,2}(?:"""[^]*?(?:"""|$)|'''[^]*?(?:'''|$))|[bBfFrRuUtT]{0,2}(?:"(?:\\[^]|[^"\\\n])*"?|'(?:\\[^]|[^'\\\n])*'?))/,
    /(?<number>\b(?:0[xXoObB][\da-fA-F_]+|\d[\d_]*(?:\.\d[\d_]*)?(?:[eE][+-]?\d+)?j?)\b)/,
    /(?<word>[\p{L}_][\p{L}\p{N}_]*)/u,
  ]
    .map((part) => part.source)
    .join('|'),
  'gu',
);

/** The texts of the spans, put together, are the source again. */
export function pythonSpans(source: string): readonly Span[] {
  const spans: Span[] = [];
  let end = 0;
  let afterDefinition = false;
  for (const match of source.matchAll(TOKEN)) {
    const text = match[0];
    const groups = match.groups ?? {};
    let kind: SpanKind = 'plain';
    if (groups['comment'] !== undefined) kind = 'comment';
    else if (groups['string'] !== undefined) kind = 'string';
    else if (groups['number'] !== undefined) kind = 'number';
    else if (KEYWORDS.has(text)) kind = 'keyword';
    else if (afterDefinition) kind = 'name';
    afterDefinition = text === 'def' || text === 'class';
    if (kind === 'plain') continue;
    if (match.index > end) spans.push({ kind: 'plain', text: source.slice(end, match.index) });
    spans.push({ kind, text });
    end = match.index + text.length;
  }
  if (end < source.length) spans.push({ kind: 'plain', text: source.slice(end) });
  return spans;
}
