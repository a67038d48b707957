/** What is left of a completion when the model's thinking is taken away. */
export type Answer =
  { readonly kind: 'answer'; readonly text: string } | { readonly kind: 'unfinished-thinking' };

/** Tags that reasoning models put around their thinking: DeepSeek-R1 and Qwen 3; Magistral. */
const TAGS = [
  { open: /^[ \t]*<think(?:ing)?>/im, close: /<\/think(?:ing)?>/i },
  { open: /^[ \t]*\[THINK\]/m, close: /\[\/THINK\]/ },
];

/** gpt-oss answers in channels (the "harmony" format); the answer is in the last one named `final`. */
const FINAL_CHANNEL = '<|channel|>final<|message|>';

/** Marks of the end that some engines leave in the text: ChatML, GPT, Llama 2 and 3, Gemma, harmony. */
const END_MARKS = [
  '<|im_end|>',
  '<|endoftext|>',
  '<|eot_id|>',
  '<|end_of_text|>',
  '<|end|>',
  '<|return|>',
  '</s>',
  '<end_of_turn>',
];

/**
 * Takes the thinking out of a completion. A closing tag without an opening one counts as well, since many
 * chat templates put the opening tag into the prompt. Drafts in the thinking are no answer.
 */
export function withoutThinking(completion: string): Answer {
  let text = withoutEndMarks(completion);
  const final = text.lastIndexOf(FINAL_CHANNEL);
  if (final !== -1) text = text.slice(final + FINAL_CHANNEL.length);
  else if (text.includes('<|channel|>analysis')) return { kind: 'unfinished-thinking' };
  for (const { open, close } of TAGS) {
    for (let closing = close.exec(text); closing !== null; closing = close.exec(text)) {
      const opening = open.exec(text);
      const before = opening !== null && opening.index < closing.index ? opening.index : 0;
      text = text.slice(0, before) + text.slice(closing.index + closing[0].length);
    }
    const unclosed = open.exec(text);
    if (unclosed === null) continue;
    text = text.slice(0, unclosed.index);
    if (text.trim() === '') return { kind: 'unfinished-thinking' };
  }
  return { kind: 'answer', text };
}

function withoutEndMarks(text: string): string {
  const trimmed = text.trimEnd();
  const mark = END_MARKS.find((candidate) => trimmed.endsWith(candidate));
  return mark === undefined ? text : withoutEndMarks(trimmed.slice(0, -mark.length));
}
