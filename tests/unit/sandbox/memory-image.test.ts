import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeImage, encodeImage, type ImageHead } from '../../../src/sandbox/memory-image.ts';

const HEAD: ImageHead = {
  memoryBytes: 4096,
  stackPointer: 1234,
  tableLength: 77,
  callables: [5, 6, 0],
};

/** A copy of `base` with the differences of an image put in, as long as the image's memory. */
function applied(encoded: Uint8Array, base: Uint8Array): Uint8Array {
  const image = decodeImage(encoded.slice().buffer);
  const memory = new Uint8Array(image.memoryBytes);
  memory.set(base);
  for (const { start, bytes } of image.stretches) memory.set(bytes, start);
  return memory;
}

test('an image keeps its head', () => {
  const encoded = encodeImage(new Uint8Array(4096), HEAD, new Uint8Array(0));
  expect(decodeImage(encoded.slice().buffer)).toEqual({ ...HEAD, stretches: [] });
});

test('a memory of zeros with one byte is one stretch', () => {
  const memory = new Uint8Array(4096);
  memory[1000] = 9;
  const { stretches } = decodeImage(encodeImage(memory, HEAD, new Uint8Array(0)).slice().buffer);
  expect(stretches.map(({ start, bytes }) => [start, bytes.length])).toEqual([[512, 512]]);
});

test('a base with the differences put in is the memory again, whatever both are', () => {
  const sparse = fc.array(fc.tuple(fc.nat(4095), fc.integer({ min: 0, max: 255 })));
  fc.assert(
    fc.property(sparse, sparse, fc.nat(3000), (inMemory, inBase, baseLength) => {
      const memory = new Uint8Array(4096);
      const base = new Uint8Array(baseLength);
      for (const [at, value] of inBase) if (at < baseLength) base[at] = memory[at] = value;
      for (const [at, value] of inMemory) memory[at] = value;
      expect(applied(encodeImage(memory, HEAD, base), base)).toEqual(memory);
    }),
  );
});
