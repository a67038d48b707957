/**
 * Memory of an interpreter as the build writes it and the worker reads it: only where it differs from
 * another image, or from zero. A third of the memory is zero, and judge and cell share nine tenths of theirs.
 *
 * The form is seven numbers of 32 bits, little-endian (the head below, and how many stretches), then start
 * and length of each stretch, then their bytes.
 */

/** Places in the interpreter that the worker must know. */
export interface ImageHead {
  /** Length of the whole memory in bytes. */
  readonly memoryBytes: number;
  readonly stackPointer: number;
  /** Entries in the table of functions; another number would mean that pointers to functions are wrong. */
  readonly tableLength: number;
  /** Addresses of the Python callables that the worker calls: at most three, zero where there is none. */
  readonly callables: readonly [number, number, number];
}

/** A part of the memory that differs. */
export interface Stretch {
  readonly start: number;
  readonly bytes: Uint8Array;
}

export interface MemoryImage extends ImageHead {
  readonly stretches: readonly Stretch[];
}

const HEAD_WORDS = 7;

/** The unit in which differences are found, in bytes. */
const BLOCK = 512;

/** Differences between a memory and a base; beyond the base's end the base is zero. */
export function encodeImage(memory: Uint8Array, head: ImageHead, base: Uint8Array): Uint8Array {
  const stretches: [start: number, end: number][] = [];
  for (let at = 0; at < memory.length; at += BLOCK) {
    const end = Math.min(memory.length, at + BLOCK);
    if (equal(memory, base, at, end)) continue;
    const last = stretches.at(-1);
    if (last?.[1] === at) last[1] = end;
    else stretches.push([at, end]);
  }
  const words = new Uint32Array([
    head.memoryBytes,
    head.stackPointer,
    head.tableLength,
    ...head.callables,
    stretches.length,
    ...stretches.flatMap(([start, end]) => [start, end - start]),
  ]);
  const kept = stretches.reduce((sum, [start, end]) => sum + end - start, 0);
  const encoded = new Uint8Array(words.byteLength + kept);
  encoded.set(new Uint8Array(words.buffer));
  let at = words.byteLength;
  for (const [start, end] of stretches) {
    encoded.set(memory.subarray(start, end), at);
    at += end - start;
  }
  return encoded;
}

function equal(memory: Uint8Array, base: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (memory[at] !== (base[at] ?? 0)) return false;
  return true;
}

/** Reads an image; its stretches are views of `encoded`. */
export function decodeImage(encoded: ArrayBuffer): MemoryImage {
  const [memoryBytes, stackPointer, tableLength, a, b, c, count] = new Uint32Array(
    encoded,
    0,
    HEAD_WORDS,
  ) as unknown as [number, number, number, number, number, number, number];
  const table = new Uint32Array(encoded, 4 * HEAD_WORDS, 2 * count);
  const stretches: Stretch[] = [];
  let at = 4 * HEAD_WORDS + table.byteLength;
  for (let row = 0; row < table.length; row += 2) {
    const [start, length] = [table[row] as number, table[row + 1] as number];
    stretches.push({ start, bytes: new Uint8Array(encoded, at, length) });
    at += length;
  }
  return { memoryBytes, stackPointer, tableLength, callables: [a, b, c], stretches };
}
