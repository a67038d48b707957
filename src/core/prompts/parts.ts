import { cweName } from '../dataset/cwe-names.ts';
import type { CweId, Sample } from '../dataset/sample.ts';
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

/** How every repair prompt begins. */
export const repairRequest =
  'The Python code below was written for this problem. It is insecure. Repair it: keep what the ' +
  'problem asks for, and make it secure.';

/** The sample's insecure code with the words before it. */
export function insecureCode(sample: Sample): string {
  return `The insecure code:\n\n${codeBlock(sample.insecureCode)}`;
}

/** The id as MITRE writes it: `CWE-089` is `CWE-89`. */
export function cweNumber(cwe: CweId): string {
  return cwe.replace(/-0+/, '-');
}

/** The sample's weakness by id and name: `CWE-89 (SQL injection)`. */
export function weaknessOf({ cwe }: Sample): string {
  const name = cweName(cwe);
  return name === null ? cweNumber(cwe) : `${cweNumber(cwe)} (${name})`;
}
