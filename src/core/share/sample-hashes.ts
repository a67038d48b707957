import type { SampleId } from '../dataset/sample.ts';
import { fnv1a, mix32 } from '../random/derive-seed.ts';
import type { BitReader, BitWriter } from './bits.ts';

/** How sample ids become short numbers in one link. */
export interface Hashing {
  /** Bits of a hash. */
  readonly width: number;
  /** 0 to 255; chosen so that no two ids meet. */
  readonly salt: number;
}

export function hashOf(id: SampleId, { width, salt }: Hashing): number {
  return Math.floor(mix32(fnv1a(`${salt}/${id}`)) / 2 ** (32 - width));
}

/** The first salt that keeps all ids apart, or null where none does. */
export function findSalt(ids: ReadonlySet<SampleId>, width: number): number | null {
  for (let salt = 0; salt < 256; salt += 1) {
    const hashes = new Set([...ids].map((id) => hashOf(id, { width, salt })));
    if (hashes.size === ids.size) return salt;
  }
  return null;
}

/**
 * Writes rising numbers as the gaps between them, in a Rice code: the high part in unary, the low part in
 * bits. Near the shortest possible for numbers that lie at random, as hashes do.
 */
export function writeRising(writer: BitWriter, numbers: readonly number[], width: number): void {
  const low = lowBits(numbers.length, width);
  let previous = -1;
  for (const number of numbers) {
    const gap = number - previous - 1;
    for (let high = Math.floor(gap / 2 ** low); high > 0; high -= 1) writer.write(1, 1);
    writer.write(0, 1);
    writer.write(gap % 2 ** low, low);
    previous = number;
  }
}

/** Reads `count` rising numbers below 2^width; null where there are none like that. */
export function readRising(
  reader: BitReader,
  count: number,
  width: number,
): readonly number[] | null {
  const low = lowBits(count, width);
  const numbers: number[] = [];
  let previous = -1;
  for (let index = 0; index < count; index += 1) {
    let high = 0;
    let bit = reader.read(1);
    for (; bit === 1; bit = reader.read(1)) high += 1;
    const rest = reader.read(low);
    if (bit === null || rest === null) return null;
    previous += 1 + high * 2 ** low + rest;
    if (previous >= 2 ** width) return null;
    numbers.push(previous);
  }
  return numbers;
}

function lowBits(count: number, width: number): number {
  return Math.max(0, width - Math.ceil(Math.log2(Math.max(1, count))));
}
