/**
 * The part of Markdown that problems and explanations use: paragraphs, headings, lists, fenced code,
 * and inside them `code`, **strong** and *emphasis*. The result is data, so that nothing is ever set
 * as HTML; what isn't understood stays as written.
 */

export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'strong'; readonly text: string }
  | { readonly kind: 'emphasis'; readonly text: string };

export type Block =
  | { readonly kind: 'paragraph'; readonly content: readonly Inline[] }
  | { readonly kind: 'heading'; readonly content: readonly Inline[] }
  | {
      readonly kind: 'list';
      readonly ordered: boolean;
      readonly items: readonly (readonly Inline[])[];
    }
  | { readonly kind: 'code'; readonly language: string; readonly text: string };

const INLINE = /`([^`]+)`|\*\*([^*]+)\*\*|\*([^*\s][^*]*)\*/g;
const ITEM = /^\s{0,3}(?:[-*+]|(\d+)[.)])\s+(.*)$/;
const FENCE = /^\s{0,3}(```+|~~~+)\s*(\S*)/;

/** Splits one run of text into its inline parts. */
export function parseInline(text: string): readonly Inline[] {
  const parts: Inline[] = [];
  let end = 0;
  for (const match of text.matchAll(INLINE)) {
    if (match.index > end) parts.push({ kind: 'text', text: text.slice(end, match.index) });
    const [whole, code, strong, emphasis] = match;
    if (code !== undefined) parts.push({ kind: 'code', text: code });
    else if (strong !== undefined) parts.push({ kind: 'strong', text: strong });
    else parts.push({ kind: 'emphasis', text: emphasis ?? whole });
    end = match.index + whole.length;
  }
  if (end < text.length) parts.push({ kind: 'text', text: text.slice(end) });
  return parts;
}

/** Reads a Markdown text into its blocks. */
export function parseMarkdown(text: string): readonly Block[] {
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  const blocks: Block[] = [];
  let paragraph: string[] = [];
  const endParagraph = (): void => {
    if (paragraph.length > 0) {
      blocks.push({ kind: 'paragraph', content: parseInline(paragraph.join(' ')) });
    }
    paragraph = [];
  };

  let at = 0;
  while (at < lines.length) {
    const line = lines[at] ?? '';
    const fence = FENCE.exec(line);
    const item = ITEM.exec(line);
    if (fence !== null) {
      endParagraph();
      const close = fence[1] ?? '```';
      const body: string[] = [];
      for (
        at += 1;
        at < lines.length && !(lines[at] ?? '').trimStart().startsWith(close);
        at += 1
      ) {
        body.push(lines[at] ?? '');
      }
      blocks.push({ kind: 'code', language: fence[2] ?? '', text: body.join('\n') });
      at += 1;
    } else if (item !== null && (item[1] === undefined || paragraph.length === 0)) {
      endParagraph();
      const { block, next } = readList(lines, at);
      blocks.push(block);
      at = next;
    } else if (/^#{1,6}\s/.test(line)) {
      endParagraph();
      blocks.push({ kind: 'heading', content: parseInline(line.replace(/^#+\s+/, '')) });
      at += 1;
    } else {
      if (line.trim() === '') endParagraph();
      else paragraph.push(line.trim());
      at += 1;
    }
  }
  endParagraph();
  return blocks;
}

/** Items go on over indented lines; a blank line or another kind of line ends the list. */
function readList(lines: readonly string[], start: number): { block: Block; next: number } {
  const items: string[] = [];
  const ordered = ITEM.exec(lines[start] ?? '')?.[1] !== undefined;
  let at = start;
  for (; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const item = ITEM.exec(line);
    if (item !== null) items.push(item[2] ?? '');
    else if (/^\s+\S/.test(line) && items.length > 0) {
      items[items.length - 1] += ` ${line.trim()}`;
    } else break;
  }
  return { block: { kind: 'list', ordered, items: items.map(parseInline) }, next: at };
}
