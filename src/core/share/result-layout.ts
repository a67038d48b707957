/* What writer and reader of an exercise's result agree on. */

/** Results have the versions 65 to 95 of the envelope. */
export const RESULT_VERSION = 65;

/** Bits of the fields; the head of fields is followed by the codes. */
export const RESULT_BITS = {
  minute: 32,
  answered: 1,
  tries: 7,
  /** The verdict of code, the outcome of an attack. */
  claim: 3,
  codeLength: 16,
  cwe: 14,
  lineCount: 3,
  line: 12,
} as const;

/** More bytes of code in one answer than a link holds. */
export const MAX_CODE_BYTES = 0xffff;

/** What the longest payload makes, and a little more. */
export const MAX_RESULT_CHARACTERS = 90_000;
