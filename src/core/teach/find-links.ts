import { wholeLength } from '../share/envelope.ts';

/** A link of this site within a pasted text. */
export interface FoundLink {
  readonly kind: 'result' | 'exercise' | 'run';
  /** What stands behind the address: the text to decode. */
  readonly payload: string;
  /** Line of the pasted text, counted from 1. */
  readonly line: number;
  /** What stands before the link on its line, shortened: often the name of who sent it. */
  readonly before: string;
}

const KINDS = { a: 'result', x: 'exercise', r: 'run' } as const;

/** `#/a/` and the like, also as a mail filter writes it that leads links over its own server. */
const MARK = /(?:#|%23)(?:\/|%2F)([axr])(?:\/|%2F)([A-Za-z0-9_-]*)/gi;

/** What mail and chat programs put into a text where they break a long line. */
const BREAK = /[ \t]*=?\r?\n[ \t]*(?:>[ \t]*)*/y;
const PIECE = /[A-Za-z0-9_-]+/y;

const MOST_BEFORE = 60;

/**
 * Finds the links of this site in any text: a chat, a mail, a table, one link a line. The host isn't looked at,
 * since a site may have several. A link that was broken into lines is put together again.
 */
export function findLinks(text: string): readonly FoundLink[] {
  const links: FoundLink[] = [];
  let [line, counted] = [1, 0];
  for (const match of text.matchAll(MARK)) {
    const [mark, letter = '', piece = ''] = match;
    line += text.slice(counted, match.index).split('\n').length - 1;
    counted = match.index;
    links.push({
      kind: KINDS[letter.toLowerCase() as keyof typeof KINDS],
      payload: joined(text, match.index + mark.length, piece),
      line,
      before: beforeLink(text, match.index),
    });
  }
  return links;
}

/**
 * Goes on over line breaks until the payload is as long as it says itself; what stands behind its end without a
 * gap (the `_` of a chat's italics) is left.
 */
function joined(text: string, end: number, piece: string): string {
  const length = wholeLength(piece);
  let payload = piece;
  let at = end;
  while (length !== null && payload.length < length) {
    BREAK.lastIndex = at;
    const gap = BREAK.exec(text);
    if (gap === null) break;
    PIECE.lastIndex = at + gap[0].length;
    const more = PIECE.exec(text);
    if (more === null) break;
    payload += more[0];
    at = PIECE.lastIndex;
  }
  if (length !== null && piece.length > length) return piece.slice(0, length);
  // Something else may stand behind a break; only what completes the link belongs to it.
  return length !== null && payload.length === length ? payload : piece;
}

function beforeLink(text: string, at: number): string {
  const line = text.slice(Math.max(0, text.lastIndexOf('\n', at - 1) + 1, at - 400), at);
  // The address itself, from its scheme on, and what separates it.
  const words = line
    .replace(/\S*$/, '')
    .replace(/[\s,;|"'<([]+$/, '')
    .trim();
  const shown = words.replace(/^["']/, '');
  return shown.length <= MOST_BEFORE ? shown : `…${shown.slice(-MOST_BEFORE)}`;
}
