import type { Message } from '../prompts/strategy.ts';
import { unknownSample, type ImportedCompletion, type Unread } from './answer.ts';
import { slotName, splitSlotName, type AnswerSlot, type SampleIds } from './slot-names.ts';

/** What is asked for one place in a run. */
export interface Question extends AnswerSlot {
  readonly messages: readonly Message[];
}

/**
 * The line above a question and above its answer: `=== CWE-089/order-export-ids#0 ===`. Chat pages may set it as
 * a heading, a quote or bold.
 */
const MARK = /^[\s>#*_`]{0,8}={3,10} {0,3}([^\s=][^\s]{0,200}#\d{1,6}) {0,3}={3,10}[\s*_`]{0,8}$/;

const markOf = (slot: AnswerSlot): string => `=== ${slotName(slot)} ===`;

/** All questions as one text, for a chat that takes a text and gives one back. */
export function formatPromptSheet(questions: readonly Question[]): string {
  const [first] = questions;
  if (first === undefined) return '';
  const many = questions.length > 1;
  const head = [
    many ? `Below are ${questions.length} independent tasks.` : 'Below is one task.',
    'Above each stands a line that names it. Begin every answer with the same line, alone on its line, such as:',
    '',
    markOf(first),
    '',
    'Then give the answer as its task asks for it. Leave no task out.',
  ];
  const tasks = questions.flatMap((question) => [
    '',
    markOf(question),
    '',
    question.messages.map(({ content }) => content.trim()).join('\n\n'),
  ]);
  return `${[...head, ...tasks].join('\n')}\n`;
}

/** Whether a text, or its beginning, has a line that names a question. */
export function isPromptSheet(text: string): boolean {
  return text.split(/\r?\n/).some((line) => MARK.test(line));
}

/**
 * The answers of such a text: what stands below a mark, up to the next one. What stands above the first mark
 * is no answer. A mark with nothing below it is no answer either: the question is still open.
 */
export function parseAnswerSheet(
  text: string,
  ids: SampleIds,
): readonly (ImportedCompletion | (Unread & { readonly line: number }))[] {
  const answers: { name: string; line: number; lines: string[] }[] = [];
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    const name = MARK.exec(line)?.[1];
    if (name !== undefined) answers.push({ name, line: at + 1, lines: [] });
    else answers.at(-1)?.lines.push(line);
  }
  return answers.map(({ name, line, lines }) => {
    const slot = splitSlotName(name);
    const sampleId = slot === null ? null : ids.find(slot.id);
    if (slot === null || sampleId === null) return { line, ...unknownSample(slot?.id ?? name) };
    const answer = lines.join('\n').trim();
    if (answer === '') return { line, problem: `there is no text below “${name}”` };
    return { sampleId, index: slot.index, text: `${answer}\n` };
  });
}
