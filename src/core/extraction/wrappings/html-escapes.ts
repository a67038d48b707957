import { mapOutsideStrings } from '../python/outside-strings.ts';
import type { Wrapping } from './wrapping.ts';

const ENTITY = /&(?:(lt|gt|amp|quot|apos|nbsp)|#(\d{1,7})|#x([\da-f]{1,6}));/gi;

const NAMED: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  nbsp: '\u00A0',
};

/**
 * Code that was escaped as a whole: an entity stands where only code can be, and nothing is left
 * unescaped. Code that writes HTML has its entities in strings and is not touched.
 */
export const htmlEscapes: Wrapping = {
  name: 'html-escapes',
  means: 'HTML escapes such as &lt;',
  undo(code) {
    if (/[<>]|&(?!\w{2,4};|#\w{1,8};)/.test(code)) return null;
    let found = false;
    mapOutsideStrings(code, (piece) => {
      found ||= piece.search(ENTITY) !== -1;
      return '';
    });
    return found ? unescapeHtml(code) : null;
  },
};

/** Reads the entities of HTML text once: `&amp;lt;` → `&lt;`. */
export function unescapeHtml(text: string): string {
  return text.replace(
    ENTITY,
    (whole, name: string | undefined, decimal: string | undefined, hex: string | undefined) => {
      if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
      const point = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      return point === 0 || point > 0x10ffff ? whole : String.fromCodePoint(point);
    },
  );
}
