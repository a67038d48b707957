import { definesAsPython } from '../python/definitions.ts';
import type { Answer, Rule } from '../rule.ts';
import { unescapeHtml } from '../wrappings/html-escapes.ts';

const OPEN = /<(pre|code|python|answer|solution|output)\b[^>\n]{0,200}>|\[(python|code)\]/gi;

/** Only the last few blocks are read; an answer of tags alone must not cost minutes. */
const MAX_BLOCKS = 10;

/** Code between tags: `[PYTHON]` of Code Llama, `<answer>`, HTML's `<pre>` and `<code>`. */
export const taggedBlock: Rule = {
  name: 'tagged-block',
  means: 'what stands between tags such as <code> or [PYTHON]',
  take(answer) {
    for (const { tag, content } of taggedBlocks(answer).slice(-MAX_BLOCKS).reverse()) {
      const isHtml = tag === 'pre' || tag === 'code';
      const text = isHtml ? unescapeHtml(content) : content;
      if (!definesAsPython(text, answer.entryPoint)) continue;
      const inner = answer.nested(text);
      if (inner.kind !== 'code') continue;
      const escapes = text === content ? [] : ['html-escapes'];
      return { code: inner.code, undone: [...escapes, ...(inner.undone ?? [])] };
    }
    return null;
  },
};

function taggedBlocks({ text }: Answer): readonly { tag: string; content: string }[] {
  const lower = text.toLowerCase();
  const blocks: { tag: string; content: string }[] = [];
  OPEN.lastIndex = 0;
  let from = 0;
  for (const match of text.matchAll(OPEN)) {
    const start = match.index + match[0].length;
    if (match.index < from || /^\s*<code\b/.test(lower.slice(start, start + 50))) continue;
    const tag = (match[1] ?? match[2] ?? '').toLowerCase();
    const end = lower.indexOf(match[2] === undefined ? `</${tag}>` : `[/${tag}]`, start);
    const stop = end === -1 ? text.length : end;
    blocks.push({ tag, content: withoutCdata(text.slice(start, stop)) });
    from = stop;
  }
  return blocks;
}

function withoutCdata(content: string): string {
  const inner = /^\s*<!\[CDATA\[([^]*)\]\]>\s*$/.exec(content);
  return (inner?.[1] ?? content).replace(/^[ \t]*\n/, '');
}
