import { NOTHING_OPEN, stateAfter } from '../python/line-state.ts';
import type { Wrapping } from './wrapping.ts';

const FIRST = /^\s*(?:>>>(?: |$)|In \[\d+\]: )/;
const TYPED = /^\s*(?:(?:>>>|\.\.\.)(?: |$)|In \[\d+\]: | {3,}\.{3,}: ?)/;

/**
 * A session with Python's prompt: what was typed is the code, all of it, and what Python answered is not.
 * Models often leave the dots away, so that an indented line below an open statement counts as typed.
 */
export const replPrompts: Wrapping = {
  name: 'repl-prompts',
  means: 'the prompts and the output of a Python session',
  undo(code) {
    if (!FIRST.test(code)) return null;
    const typed: string[] = [];
    let state = NOTHING_OPEN;
    let isOpen = false;
    for (const line of code.split('\n')) {
      const prompt = TYPED.exec(line)?.[0];
      const isContinued = state.quotes !== null || state.depth > 0;
      const isBody = isOpen && /^[ \t]|^$/.test(line);
      if (prompt === undefined && !isContinued && !isBody) {
        isOpen = false;
        continue;
      }
      const statement = line.slice(prompt?.length ?? 0);
      const isFirst = prompt !== undefined && !prompt.includes('...');
      if (isFirst) isOpen = opensBlock(statement);
      state = stateAfter(statement, isFirst ? NOTHING_OPEN : state);
      typed.push(statement);
    }
    return typed.some((line) => line.trim() !== '') ? typed.join('\n') : null;
  },
};

function opensBlock(statement: string): boolean {
  return /:\s*(?:#.*)?$/.test(statement) || statement.startsWith('@');
}
