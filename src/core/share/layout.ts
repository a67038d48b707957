/* What writer and reader of a run summary agree on. */

/** Runs that the first version can tell are written in it, so that older pages read them. */
export const FIRST_SUMMARY_VERSION = 1;

/** Tells rounds of repair, and strategies that a visitor wrote, as well. */
export const SUMMARY_VERSION = 2;

export const MAX_ATTEMPTS = 1000;
export const MAX_SAMPLES = 4095;

/** Widths of the hashed ids that are tried, best first: wide ones also stay apart from ids of later data sets. */
export const HASH_WIDTHS = [32, 24, 20, 16] as const;

/** Bits of the fields in the order in which they are written. */
export const BITS = {
  task: 1,
  attemptsPerSample: 10,
  temperature: 16,
  maxTokens: 24,
  seed: 53,
  day: 16,
  datasetVersion: 48,
  textLength: 7,
  /** 0 where there are none to tell, else one more than they are. */
  rounds: 3,
  own: 1,
  informed: 1,
  sampleCount: 12,
  hashWidth: 2,
  salt: 8,
  partial: 1,
} as const;

/** Verdicts in the order in which their counts are written; fixed, whatever the page's order becomes. */
export const COUNT_ORDER = [
  'secure',
  'vulnerable',
  'incorrect',
  'incorrect-insecure',
  'invalid',
  'inconclusive',
] as const;

/** Bits that hold every number below `limit`. */
export function bitsFor(limit: number): number {
  let width = 0;
  while (2 ** width < limit) width += 1;
  return width;
}

export const DAY_MS = 86_400_000;

/** Control characters and marks that turn the direction of text: a name in a link needs none of them. */
export function withoutControls(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, '');
}
