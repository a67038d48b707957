import type { Rule } from '../rule.ts';
import { codeAmongProse, wholeAnswer } from './bare-code.ts';
import { bodyOfSignature } from './body-of-signature.ts';
import { fencedBlock, joinedBlocks, lastBlock, unclosedBlock } from './chosen-blocks.ts';
import { diff } from './diff.ts';
import { inlineCode } from './inline-code.ts';
import { jsonAnswer, jsonBlock } from './json.ts';
import { empty, proseOnly, refusal } from './no-code.ts';
import { taggedBlock } from './tagged-block.ts';
import { blockWithoutEntryPoint, codeWithoutEntryPoint } from './without-entry-point.ts';

/**
 * In the order in which they are asked; the first that takes something decides, and the last takes all.
 * A new rule: its file, one line here, one row in docs/extraction.md, answers in the corpus of the tests.
 */
export const RULES: readonly Rule[] = [
  jsonAnswer,
  joinedBlocks,
  unclosedBlock,
  lastBlock,
  fencedBlock,
  taggedBlock,
  wholeAnswer,
  codeAmongProse,
  inlineCode,
  diff,
  jsonBlock,
  bodyOfSignature,
  blockWithoutEntryPoint,
  codeWithoutEntryPoint,
  empty,
  refusal,
  proseOnly,
];

/** What the page says behind "Taken from the answer:"; null for a rule of another version. */
export function ruleMeaning(name: string): string | null {
  return RULES.find((rule) => rule.name === name)?.means ?? null;
}
