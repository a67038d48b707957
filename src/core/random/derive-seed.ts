import type { SampleId } from '../dataset/sample.ts';

/**
 * The seed of one attempt: 32 bits that depend on the run's seed, the sample and the attempt's index
 * alone, so that a resumed run repeats what an undisturbed one would have asked.
 *
 * FNV-1a over the text `runSeed/sampleId/index`, then the finaliser of MurmurHash3, since FNV alone
 * leaves neighbouring indices close together.
 */
export function deriveSeed(runSeed: number, sampleId: SampleId, attemptIndex: number): number {
  return mix32(fnv1a(`${runSeed}/${sampleId}/${attemptIndex}`));
}

/** FNV-1a, 32 bits, over UTF-16 code units (Fowler, Noll, Vo; offset 0x811c9dc5, prime 0x01000193). */
export function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

/** The finaliser `fmix32` of MurmurHash3 (Austin Appleby, public domain). */
export function mix32(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
