/* Writes GGUF files, version 3 (ggml-org/ggml, docs/gguf.md): enough for tiny models of 32-bit floats. */

type Value =
  | { readonly type: 'u32' | 'i32' | 'f32'; readonly value: number }
  | { readonly type: 'bool'; readonly value: boolean }
  | { readonly type: 'str'; readonly value: string }
  | { readonly type: 'strings'; readonly value: readonly string[] }
  | { readonly type: 'i32s'; readonly value: readonly number[] };

/** What stands in the head of a file, in order. */
export type Metadata = readonly (readonly [key: string, value: Value])[];

export interface Tensor {
  readonly name: string;
  /** The first one is that of neighbours in memory. */
  readonly dims: readonly number[];
  readonly data: Float32Array;
}

const TYPE_IDS = { u32: 4, i32: 5, f32: 6, bool: 7, str: 8, list: 9 } as const;
const ALIGNMENT = 32;

/** The bytes of a GGUF file. */
export function ggufFile(metadata: Metadata, tensors: readonly Tensor[]): Buffer {
  const head = [
    Buffer.from('GGUF'),
    u32(3),
    u64(tensors.length),
    u64(metadata.length),
    ...metadata.flatMap(([key, value]) => [text(key), ...typed(value)]),
  ];
  let offset = 0;
  for (const { name, dims, data } of tensors) {
    head.push(text(name), u32(dims.length), ...dims.map(u64), u32(0), u64(offset));
    offset += Math.ceil(data.byteLength / ALIGNMENT) * ALIGNMENT;
  }
  const bodies = tensors.map(({ data }) =>
    aligned(Buffer.from(data.buffer, data.byteOffset, data.byteLength)),
  );
  return Buffer.concat([aligned(Buffer.concat(head)), ...bodies]);
}

function typed(given: Value): readonly Buffer[] {
  switch (given.type) {
    case 'strings':
      return list(TYPE_IDS.str, given.value.map(text));
    case 'i32s':
      return list(TYPE_IDS.i32, given.value.map(i32));
    case 'str':
      return [u32(TYPE_IDS.str), text(given.value)];
    case 'bool':
      return [u32(TYPE_IDS.bool), Buffer.from([given.value ? 1 : 0])];
    case 'u32':
      return [u32(TYPE_IDS.u32), u32(given.value)];
    case 'i32':
      return [u32(TYPE_IDS.i32), i32(given.value)];
    case 'f32': {
      const bytes = Buffer.alloc(4);
      bytes.writeFloatLE(given.value);
      return [u32(TYPE_IDS.f32), bytes];
    }
  }
}

function list(type: number, items: readonly Buffer[]): readonly Buffer[] {
  return [u32(TYPE_IDS.list), u32(type), u64(items.length), ...items];
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function i32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32LE(value);
  return bytes;
}

function u64(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
}

function text(value: string): Buffer {
  const bytes = Buffer.from(value, 'utf8');
  return Buffer.concat([u64(bytes.length), bytes]);
}

function aligned(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc((ALIGNMENT - (bytes.length % ALIGNMENT)) % ALIGNMENT)]);
}
