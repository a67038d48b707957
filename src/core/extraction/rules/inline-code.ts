import { definesAsPython, isSketch } from '../python/definitions.ts';
import type { Rule } from '../rule.ts';

/** Code on one line between backticks: `` `def f(x): return x` ``, also with three of them. */
export const inlineCode: Rule = {
  name: 'inline-code',
  means: 'a line of code between backticks in the text',
  take({ text, entryPoint }) {
    let code: string | null = null;
    for (const [, , span = ''] of text.matchAll(/(?<!`)(`{1,3})(?!`)([^`\n]+)\1(?!`)/g)) {
      const line = span.trim().replace(/^(?:python3?|py)\s+/i, '');
      if (definesAsPython(line, entryPoint) && !isSketch(line, entryPoint)) code = line;
    }
    return code === null ? null : { code };
  },
};
