import type { Rule } from '../rule.ts';
import { takenParts } from './chosen-blocks.ts';

/** An answer that is code and nothing else. */
export const wholeAnswer: Rule = {
  name: 'whole-answer',
  means: 'the whole answer, which has no words around the code',
  take({ chosen, passages, hasProse }) {
    if (chosen?.main.kind !== 'bare' || hasProse || passages.length > 1) return null;
    return takenParts(chosen);
  },
};

/** Code without fences between words. */
export const codeAmongProse: Rule = {
  name: 'code-among-prose',
  means: 'the lines of code between the words of an answer without code blocks',
  take: ({ chosen }) => (chosen?.main.kind === 'bare' ? takenParts(chosen) : null),
};
