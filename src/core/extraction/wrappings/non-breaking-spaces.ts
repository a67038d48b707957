import { mapOutsideStrings } from '../python/outside-strings.ts';
import type { Wrapping } from './wrapping.ts';

/**
 * No-break spaces that typesetting put in the place of spaces. They look alike, and Python takes none of
 * them outside a string; inside strings and comments they stay.
 */
export const nonBreakingSpaces: Wrapping = {
  name: 'non-breaking-spaces',
  means: 'no-break spaces in the place of spaces',
  undo(code) {
    if (!/[\u00A0\u202F]/.test(code)) return null;
    const plain = mapOutsideStrings(code, (piece) => piece.replace(/[\u00A0\u202F]/g, ' '));
    return plain === code ? null : plain;
  },
};
