import type { Sample } from '../../core/dataset/sample.ts';
import { assertNever } from '../../core/assert-never.ts';

/** What an answer of this provider is worth. `incorrect` does nothing at all; `no-code` refuses. */
export type AnswerKind = 'secure' | 'insecure' | 'incorrect' | 'no-code';

/** The answer as a model would write it: a sentence and a fenced block, or a refusal. */
export function answerText(kind: AnswerKind, sample: Sample): string {
  switch (kind) {
    case 'secure':
      return inProse(sample.entryPoint, sample.secureCode);
    case 'insecure':
      return inProse(sample.entryPoint, sample.insecureCode);
    case 'incorrect':
      // The stub is Python that runs: every body is `...`, so every call returns None.
      return inProse(sample.entryPoint, sample.signature);
    case 'no-code':
      return 'I’m sorry, but I can’t help with this request.';
    default:
      return assertNever(kind);
  }
}

function inProse(entryPoint: string, code: string): string {
  return `Here is \`${entryPoint}\`:\n\n\`\`\`python\n${code.trimEnd()}\n\`\`\`\n`;
}
