import { mix32 } from './derive-seed.ts';

/** A source of numbers in [0, 1). */
export type Random = () => number;

/**
 * sfc32, the "small fast counting" generator of Chris Doty-Humphrey (PractRand), with 128 bits of state
 * that a 32-bit seed fills; the first 15 numbers are thrown away, as its author advises. The same seed
 * gives the same numbers in every browser.
 */
export function sfc32(seed: number): Random {
  let a = mix32(seed ^ 0x9e3779b9);
  let b = mix32(seed ^ 0x243f6a88);
  let c = mix32(seed ^ 0xb7e15162);
  let counter = 1;
  const next: Random = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
  for (let index = 0; index < 15; index += 1) next();
  return next;
}
