import { looksLikePython } from '../python/definitions.ts';
import { isPythonLanguage } from '../python/words.ts';
import type { Rule, Taken } from '../rule.ts';
import type { Passage } from '../passages/passage.ts';

/** Python that defines other names. It is handed on, so that the verdict can say just that. */
export const blockWithoutEntryPoint: Rule = {
  name: 'block-without-entry-point',
  means: 'the last Python block, though it does not define the entry point',
  take({ passages }) {
    const blocks = passages.filter(({ kind }) => kind === 'fenced');
    const python = blocks.filter(({ language }) => isPythonLanguage(language));
    return taken(
      python.findLast(({ code }) => looksLikePython(code)) ??
        python.at(-1) ??
        blocks.findLast(({ language, code }) => language === '' && looksLikePython(code)),
    );
  },
};

/** The same without fences. */
export const codeWithoutEntryPoint: Rule = {
  name: 'code-without-entry-point',
  means: 'the last lines of Python in the text, though they do not define the entry point',
  take({ passages }) {
    return taken(passages.findLast(({ kind, code }) => kind === 'bare' && looksLikePython(code)));
  },
};

function taken(passage: Passage | undefined): Taken | null {
  return passage === undefined ? null : { code: passage.code, undone: passage.undone };
}
