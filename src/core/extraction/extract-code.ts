import { withoutMarks } from './carrier/end-marks.ts';
import { withoutThinking } from './carrier/thinking.ts';
import { choose } from './choice/choose.ts';
import type { Extraction } from './extraction.ts';
import { passagesOf } from './passages/passages.ts';
import type { Answer, Taken } from './rule.ts';
import { RULES } from './rules/index.ts';

/** How deep a text may lie in others: code in a block in a field of JSON. */
const MAX_DEPTH = 3;

/**
 * Takes the Python code out of a model's answer, as a careful person would copy it. It finds code and never
 * repairs it: what the model got wrong (an indentation, a missing import) stays wrong. docs/extraction.md
 * has what is taken and what never is. Never throws; the time grows with the length of the text.
 *
 * @param options.signature the stub that the prompt gave, under which an answer of the body alone goes.
 */
export function extractCode(
  completion: string,
  entryPoint: string,
  options: { readonly signature?: string } = {},
): Extraction {
  return read(completion, entryPoint, options.signature ?? null, 0);
}

function read(
  completion: string,
  entryPoint: string,
  signature: string | null,
  depth: number,
): Extraction {
  const lines = completion.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const { text, unfinished } = withoutThinking(withoutMarks(lines));
  const { passages, hasProse } = passagesOf(text);
  const answer: Answer = {
    text,
    entryPoint,
    signature,
    passages,
    hasProse,
    chosen: choose(passages, entryPoint),
    nested: (inner) =>
      depth < MAX_DEPTH
        ? read(inner, entryPoint, signature, depth + 1)
        : { kind: 'no-code', reason: 'prose-only' },
  };
  for (const rule of RULES) {
    const taken = rule.take(answer);
    if (taken === null) continue;
    const extraction = extractionOf(taken, rule.name);
    if (extraction.kind === 'code') return extraction;
    return unfinished ? { kind: 'no-code', reason: 'unfinished-thinking' } : extraction;
  }
  return { kind: 'no-code', reason: 'prose-only' };
}

function extractionOf(taken: Taken, rule: string): Extraction {
  if ('reason' in taken) return { kind: 'no-code', reason: taken.reason };
  const code = taken.code.replace(/^(?:[ \t]*\n)+/, '').trimEnd() + '\n';
  if (code === '\n') return { kind: 'no-code', reason: 'empty' };
  const undone = taken.undone ?? [];
  return { kind: 'code', code, rule, ...(undone.length > 0 && { undone }) };
}
