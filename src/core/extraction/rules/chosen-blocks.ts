import type { Chosen } from '../choice/choose.ts';
import type { Answer, Rule, Taken } from '../rule.ts';

/** Several blocks that belong together: helpers or imports in blocks of their own. */
export const joinedBlocks: Rule = {
  name: 'joined-blocks',
  means: 'the block that defines the entry point and those that belong to it, whole and in order',
  take: (answer) => fenced(answer, ({ parts }) => parts.length > 1),
};

/** The block that the text ends in, or whose fence was forgotten. */
export const unclosedBlock: Rule = {
  name: 'unclosed-block',
  means: 'the block that defines the entry point; no fence closes it',
  take: (answer) => fenced(answer, ({ main }) => !main.closed),
};

/** The correction after a draft. */
export const lastBlock: Rule = {
  name: 'last-block',
  means: 'the last complete block that defines the entry point; others define it too',
  take: (answer) => fenced(answer, ({ others }) => others > 0),
};

/** The common case. */
export const fencedBlock: Rule = {
  name: 'fenced-block',
  means: 'the block that defines the entry point',
  take: (answer) => fenced(answer, () => true),
};

function fenced({ chosen }: Answer, applies: (chosen: Chosen) => boolean): Taken | null {
  return chosen?.main.kind === 'fenced' && applies(chosen) ? takenParts(chosen) : null;
}

/** The parts below each other, as they would stand in one file. */
export function takenParts({ parts }: Chosen): Taken {
  return {
    code: parts.map(({ code }) => trimmed(code)).join('\n\n\n'),
    undone: [...new Set(parts.flatMap(({ undone }) => undone))],
  };
}

function trimmed(code: string): string {
  return code.replace(/^(?:[ \t]*\n)+/, '').trimEnd();
}
