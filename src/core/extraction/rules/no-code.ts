import type { Rule } from '../rule.ts';

/** Nothing but white space, fences or marks. */
export const empty: Rule = {
  name: 'empty',
  take: ({ text }) =>
    text.replace(/^[ \t]*(?:`{3,}|~{3,}).*$/gm, '').trim() === '' ? { reason: 'empty' } : null,
};

/** An answer without code that begins as refusals do. */
export const refusal: Rule = {
  name: 'refusal',
  take: ({ text }) =>
    REFUSAL.test(text.slice(0, 400).replaceAll('’', "'")) ? { reason: 'refusal' } : null,
};

const REFUSAL =
  /\b(?:I(?:'m| am) (?:very |really )?sorry|sorry,|I (?:can't|cannot|can not|won't|will not|must decline|must refuse|have to decline)|I(?:'m| am) (?:unable|not able|not comfortable)|I(?:'d| would) rather not|as an AI\b|lo siento|no puedo ayudar|je suis désolé|je ne peux pas|es tut mir leid|sinto muito|não posso)|对不起|抱歉|我无法|我不能|申し訳|できません|к сожалению/i;

/** Words, or code in other languages. */
export const proseOnly: Rule = {
  name: 'prose-only',
  take: () => ({ reason: 'prose-only' }),
};
