/**
 * What an observation means (see docs: verdicts).
 * `incorrect-insecure` is shown as "incorrect and insecure": a functional test and a security test fail.
 */
export type Verdict =
  'secure' | 'vulnerable' | 'incorrect' | 'incorrect-insecure' | 'invalid' | 'inconclusive';

/** Every verdict once, in the order in which the page lists them. */
export const VERDICTS: readonly Verdict[] = [
  'secure',
  'vulnerable',
  'incorrect',
  'incorrect-insecure',
  'invalid',
  'inconclusive',
];
