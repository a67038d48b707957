import { endsInTripleQuotes } from '../../python/open-string.ts';
import { FenceFollower } from './open-fence.ts';

/** Marks that some engines leave in the text where a turn ends: ChatML, GPT, Llama, DeepSeek, Gemma, harmony. */
const END_MARKS = [
  '<|im_end|>',
  '<|endoftext|>',
  '<|eot_id|>',
  '<|eom_id|>',
  '<|eot|>',
  '<|EOT|>',
  '<|end_of_text|>',
  '<|end_of_solution|>',
  '<|end▁of▁sentence|>',
  '<｜end▁of▁sentence｜>',
  '<|END_OF_TURN_TOKEN|>',
  '<|end|>',
  '<|return|>',
  '<|call|>',
  '<|file_sep|>',
  '<|fim_pad|>',
  '</s>',
  '<eos>',
  '<end_of_turn>',
];

const START =
  /^\s*(?:<\|im_start\|>[ \t]*assistant|<\|start_header_id\|>assistant<\|end_header_id\|>|<start_of_turn>model|<\|(?:assistant|begin_of_text|startoftext|CHATBOT_TOKEN|begin_of_solution)\|>|<｜Assistant｜>|<s>|<bos>)/;

const RUN_ON = new RegExp(
  `(?:${END_MARKS.map((mark) => mark.replace(/[|<>/]/g, '\\$&')).join('|')})` +
    String.raw`\s*(?:<\|im_start\|>|<\|start_header_id\|>|<start_of_turn>|<\|start\|>|<\|(?:user|assistant|system)\|>|<｜User｜>|\[INST\])`,
);

/** Takes away the marks around a turn, and turns that the model made up behind its own. */
export function withoutMarks(completion: string): string {
  let text = completion;
  for (let start = START.exec(text); start !== null; start = START.exec(text)) {
    text = text.slice(start[0].length);
  }
  return withoutEndMarks(firstTurn(text));
}

function firstTurn(text: string): string {
  const next = RUN_ON.exec(text);
  // The harmony format has several messages in one answer; thinking.ts reads them.
  if (next === null || text.includes('<|channel|>')) return text;
  const turn = text.slice(0, next.index);
  const fence = new FenceFollower();
  fence.feed(turn);
  // In a block or a string it is a template for a chat, and part of the code.
  return fence.isInside || endsInTripleQuotes(turn) ? text : turn;
}

function withoutEndMarks(text: string): string {
  let end = text.trimEnd().length;
  for (;;) {
    const mark = END_MARKS.find((candidate) => text.endsWith(candidate, end));
    if (mark === undefined) return end === text.trimEnd().length ? text : text.slice(0, end);
    end -= mark.length;
    while (end > 0 && /\s/.test(text[end - 1] ?? '')) end -= 1;
  }
}
