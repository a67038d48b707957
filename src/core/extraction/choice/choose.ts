import type { Passage } from '../passages/passage.ts';
import { definesAsPython, definesName, escapedName, isSketch } from '../python/definitions.ts';
import { moduleNames } from '../python/module-names.ts';
import { isPythonLanguage } from '../python/words.ts';
import { belonging } from './belonging.ts';
import { isShownAsWrong } from './shown-as-wrong.ts';

/** The passages that make up the program. */
export interface Chosen {
  /** The one that defines the entry point. */
  readonly main: Passage;
  /** All of them in the order of the answer, `main` included. */
  readonly parts: readonly Passage[];
  /** How many others define the entry point too. */
  readonly others: number;
}

/**
 * Chooses among several passages as a person would. A model often corrects itself, so that the last one
 * that defines the entry point wins, but not over a complete one if it was cut off or only sketches the
 * code, nor if the words before it call it the bad one. Fenced blocks go before bare code.
 */
export function choose(passages: readonly Passage[], entryPoint: string): Chosen | null {
  const defining = passages.filter((passage) => definesEntryPoint(passage, entryPoint));
  const fenced = defining.filter(({ kind }) => kind === 'fenced');
  const candidates = fenced.length > 0 ? fenced : defining;
  const full = candidates.filter(({ code }) => !isSketch(code, entryPoint));
  const good = full.filter(({ lead }) => !isShownAsWrong(lead));
  const main =
    good.findLast(isComplete) ??
    full.findLast(isComplete) ??
    full.at(-1) ??
    candidates.findLast(isComplete) ??
    candidates.at(-1);
  if (main === undefined) return null;
  const parts = belonging(
    passages.filter((passage) => passage === main || mayBePython(passage)),
    main,
    entryPoint,
  );
  return { main, parts, others: candidates.length - 1 };
}

/** Complete: not cut off, and said to be Python or nothing else. */
function isComplete(passage: Passage): boolean {
  return passage.closed && mayBePython(passage);
}

function definesEntryPoint(passage: Passage, entryPoint: string): boolean {
  if (passage.language === 'diff' || passage.language === 'patch') return false;
  // A block that is said to be of another language needs the shape that only Python has.
  if (!mayBePython(passage)) return definesAsPython(passage.code, entryPoint);
  return definesName(passage.code, entryPoint) || definesInBranch(passage.code, entryPoint);
}

/** Blocks in other languages (a shell command, JSON) are no answer, unless nothing else defines it. */
export function mayBePython({ language }: Passage): boolean {
  return language === '' || isPythonLanguage(language);
}

/** Below an `if` or `try` at module level, and not in a class or a function. */
function definesInBranch(code: string, name: string): boolean {
  const indented = new RegExp(
    `^[ \\t]+(?:async[ \\t]+)?(?:def|class)[ \\t]+${escapedName(name)}\\b`,
    'm',
  );
  return indented.test(code) && moduleNames(code).defines.has(name);
}
