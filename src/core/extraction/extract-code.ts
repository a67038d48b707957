import type { Extraction } from './extraction.ts';
import { fencedBlocks, type FencedBlock } from './fenced-blocks.ts';
import { definesName, looksLikePython, looksLikeRefusal } from './recognise.ts';
import { withoutThinking } from './thinking.ts';

const PYTHON = ['python', 'py', 'python3', 'py3', 'python-3'];

/**
 * Takes the Python code out of a model's answer. It finds code and never repairs it: what the model got
 * wrong (an indentation, a missing import) stays wrong.
 *
 * A model often corrects itself, so the last complete block that defines the entry point wins over
 * drafts before it and over examples of use behind it. Raise EXTRACTION_VERSION when the rules change.
 */
export function extractCode(completion: string, entryPoint: string): Extraction {
  const normalised = completion.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  if (normalised.trim() === '') return { kind: 'no-code', reason: 'empty' };
  const answer = withoutThinking(normalised);
  if (answer.kind === 'unfinished-thinking') {
    return { kind: 'no-code', reason: 'unfinished-thinking' };
  }
  const { text } = answer;
  const blocks = fencedBlocks(text).filter((block) => block.code.trim() !== '');
  const defining = blocks.filter((block) => definesName(block.code, entryPoint));
  const chosen =
    defining.findLast((block) => block.closed && mayBePython(block)) ??
    defining.findLast(mayBePython) ??
    defining.at(-1);
  if (chosen !== undefined) {
    return code(chosen.code, chosen.closed ? 'fenced-block' : 'unclosed-block');
  }
  if (definesName(beforeFences(text), entryPoint)) return code(text, 'whole-answer');

  // No block defines the entry point. The code is handed on, so that the verdict can say just that.
  const python =
    blocks.findLast((block) => PYTHON.includes(block.language)) ??
    blocks.findLast((block) => block.language === '' && looksLikePython(block.code));
  if (python !== undefined) return code(python.code, 'block-without-entry-point');
  if (blocks.length === 0 && looksLikePython(text)) return code(text, 'whole-answer');
  if (text.replace(/^[ \t]*(?:`{3,}|~{3,}).*$/gm, '').trim() === '')
    return { kind: 'no-code', reason: 'empty' };
  return { kind: 'no-code', reason: looksLikeRefusal(text) ? 'refusal' : 'prose-only' };
}

/** Blocks in other languages (a shell command, JSON) are no answer, unless nothing else defines it. */
function mayBePython(block: FencedBlock): boolean {
  return block.language === '' || PYTHON.includes(block.language);
}

/**
 * What stands before the first fence. A module without fences may hold some in a docstring; then its
 * entry point is defined before them.
 */
function beforeFences(text: string): string {
  return text.split(/^[ \t]*(?:`{3,}|~{3,})/m, 1)[0] ?? '';
}

function code(text: string, rule: string): Extraction {
  return { kind: 'code', code: text.replace(/^(?:[ \t]*\n)+/, '').trimEnd() + '\n', rule };
}
