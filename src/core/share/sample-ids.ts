import type { SampleId } from '../dataset/sample.ts';
import type { BitReader, BitWriter } from './bits.ts';
import { BITS } from './layout.ts';
import { findSalt, hashOf, readRising, writeRising } from './sample-hashes.ts';

/** Wide enough that ids of later data sets don't meet either; an id then takes about four bytes. */
const WIDTH = 32;

/**
 * Writes sample ids as hashes that the reader finds again among the ids that it knows.
 * @returns the ids in the order in which they were written.
 * @throws {RangeError} for an id that comes twice.
 */
export function writeSampleIds(
  writer: BitWriter,
  ids: readonly SampleId[],
  knownIds: readonly SampleId[],
): readonly SampleId[] {
  const salt = findSalt(new Set([...ids, ...knownIds]), WIDTH);
  if (salt === null || new Set(ids).size !== ids.length) {
    throw new RangeError('a sample comes twice');
  }
  const hashed = ids
    .map((id) => ({ id, hash: hashOf(id, { width: WIDTH, salt }) }))
    .toSorted((a, b) => a.hash - b.hash);
  writer.write(ids.length, BITS.sampleCount);
  writer.write(salt, BITS.salt);
  writeRising(
    writer,
    hashed.map(({ hash }) => hash),
    WIDTH,
  );
  return hashed.map(({ id }) => id);
}

/** Reads ids in the order in which they were written; null stands for one that isn't known here. */
export function readSampleIds(
  reader: BitReader,
  knownIds: readonly SampleId[],
  most: number,
): readonly (SampleId | null)[] | null {
  const count = reader.read(BITS.sampleCount);
  const salt = reader.read(BITS.salt);
  if (count === null || salt === null || count > most) return null;
  const hashes = readRising(reader, count, WIDTH);
  if (hashes === null) return null;
  const idOf = new Map(knownIds.map((id) => [hashOf(id, { width: WIDTH, salt }), id]));
  return hashes.map((hash) => idOf.get(hash) ?? null);
}
