import { logicalLines } from '../../python/tokens.ts';
import type { Passage } from '../passages/passage.ts';
import { definesName } from '../python/definitions.ts';
import { indentOf } from '../python/line-state.ts';
import { moduleNames, type ModuleNames } from '../python/module-names.ts';

interface Piece {
  readonly passage: Passage;
  readonly names: ModuleNames;
  /** It defines the entry point as well: an earlier draft. */
  readonly isDraft: boolean;
  /** It uses the entry point: an example, or a test. */
  readonly isUse: boolean;
}

/**
 * The passages that belong to the one with the entry point, in the order of the answer: whole, never cut.
 * A passage belongs if it binds a name that the program needs and doesn't bind itself, changes or decorates
 * with an object of the program, or goes on with the class that the one before it began. Of several that
 * bind a name the last counts, one without the entry point before a draft, and a draft before an example.
 */
export function belonging(
  passages: readonly Passage[],
  main: Passage,
  entryPoint: string,
): readonly Passage[] {
  const own = pieceOf(main, entryPoint);
  const pieces = passages.map((passage) => (passage === main ? own : pieceOf(passage, entryPoint)));
  const others = pieces.filter((piece) => piece !== own);
  const providers = new Map<string, Piece>();
  for (const piece of others) {
    for (const name of provided(piece)) {
      const known = providers.get(name);
      if (known === undefined || rank(piece) >= rank(known)) providers.set(name, piece);
    }
  }
  const chosen = new Set<Piece>();
  const bound = new Set<string>();
  const add = (piece: Piece): void => {
    chosen.add(piece);
    for (const name of [...piece.names.defines, ...piece.names.imports]) bound.add(name);
  };
  for (const piece of [own, ...continuations(pieces, own)]) add(piece);
  // A set is walked in the order in which it grows, so that helpers of helpers come too.
  for (const { names } of chosen) {
    for (const name of names.needs) {
      const provider = providers.get(name);
      if (provider !== undefined && !bound.has(name)) add(provider);
    }
  }
  for (const piece of others) {
    if (piece.isDraft || piece.isUse) continue;
    if ([...piece.names.changes].some((name) => bound.has(name))) add(piece);
  }
  return pieces.filter((piece) => chosen.has(piece)).map(({ passage }) => passage);
}

function pieceOf(passage: Passage, entryPoint: string): Piece {
  const names = moduleNames(passage.code);
  const isDraft = definesName(passage.code, entryPoint);
  const isUse = !isDraft && (names.uses.has(entryPoint) || names.imports.has(entryPoint));
  return { passage, names, isDraft, isUse };
}

/** An example's imports are its own: code that forgot an import is not helped by them. */
function provided({ names, isUse }: Piece): readonly string[] {
  return isUse ? [...names.defines] : [...names.defines, ...names.imports];
}

function rank({ isDraft, isUse }: Piece): number {
  return isUse ? 0 : isDraft ? 1 : 2;
}

/** Blocks directly behind a class that are indented like its members and begin with one. */
function continuations(pieces: readonly Piece[], own: Piece): readonly Piece[] {
  const indent = memberIndent(own.passage.code);
  const result: Piece[] = [];
  if (indent === 0) return result;
  for (const piece of pieces.slice(pieces.indexOf(own) + 1)) {
    const lines = piece.passage.code.split('\n').filter((line) => line.trim() !== '');
    const isMember = /^\s*(?:(?:async\s+)?def\b|@)/.test(lines[0] ?? '');
    if (!isMember || indentOf(lines[0] ?? '') !== indent || lines.some((line) => !indentOf(line))) {
      break;
    }
    result.push(piece);
  }
  return result;
}

/** Indentation of the members of the class that the code ends in; 0 where it ends in none. */
function memberIndent(code: string): number {
  const lines = logicalLines(code);
  const start = lines.findLastIndex(({ indent }) => indent === 0);
  return lines[start]?.tokens[0]?.text === 'class' ? (lines[start + 1]?.indent ?? 0) : 0;
}
