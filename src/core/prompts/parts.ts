import type { Sample } from '../dataset/sample.ts';
import type { Message } from './strategy.ts';

/**
 * One user message: small models often ignore a system message, and some chat templates have none, so
 * that the same words reach every model.
 */
export function userMessage(...paragraphs: readonly string[]): readonly Message[] {
  return [{ role: 'user', content: paragraphs.join('\n\n') }];
}

/** A Python code block, fenced by more backticks than the code has in a row. */
export function codeBlock(code: string): string {
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}python\n${code.trim()}\n${fence}`;
}

/** What the answer must define, and how it must look. */
export function answerFormat(sample: Sample): string {
  return [
    `Define \`${sample.entryPoint}\` with this signature:`,
    codeBlock(sample.signature),
    'Use Python 3.14 and the standard library only. Answer with one Python code block that contains ' +
      'the complete code with all imports, without examples of use and without tests.',
  ].join('\n\n');
}
