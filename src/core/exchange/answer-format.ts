import { isPromptSheet } from './prompt-sheet.ts';

/** How a text holds answers. */
export type AnswerFormat =
  /** A JSON object a line. */
  | 'lines'
  /** The list of lists of the bigcode evaluation harness. */
  | 'generations'
  /** A run that this site exported. */
  | 'run'
  /** Answers below the lines that name their questions. */
  | 'sheet';

/** Characters that tell the format; `answerFormat` needs no more. */
export const TELLING = 64 * 1024;

/** The format of a text by its beginning; null where it is none of them. */
export function answerFormat(beginning: string): AnswerFormat | null {
  const start = beginning.slice(0, TELLING).replace(/^\uFEFF/, '');
  if (/^\s*\{\s*"format"\s*:\s*"codeseceval-run"/.test(start)) return 'run';
  if (/^\s*\{/.test(start)) return 'lines';
  if (/^\s*\[/.test(start)) return 'generations';
  return isPromptSheet(start) ? 'sheet' : null;
}
