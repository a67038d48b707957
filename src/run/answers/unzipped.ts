import { Unzip, UnzipInflate } from 'fflate';

/** A file of an archive. */
export interface ZippedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Most that is unpacked, in bytes: no run needs more. */
const LONGEST_ARCHIVE = 1e9;

/** Code and prose shrink to a tenth or so; what unpacks to more than this and this many times its size is a bomb. */
const HARMLESS = 4e6;
const MOST_TIMES = 200;

/**
 * The files of a zip archive, one after the other. What the archive says of its sizes is not believed.
 * @throws where the bytes are no archive, are damaged or cut off, or unpack to far too much
 */
export async function* unzipped(
  pieces: AsyncIterable<Uint8Array>,
): AsyncGenerator<ZippedFile, void, void> {
  const ready: ZippedFile[] = [];
  let packed = 0;
  let unpacked = 0;
  let open = 0;
  const unzip = new Unzip((file) => {
    if (file.name.endsWith('/')) return;
    open += 1;
    const parts: Uint8Array[] = [];
    file.ondata = (error, part, final) => {
      if (error !== null) throw error;
      unpacked += part.length;
      parts.push(part);
      if (!final) return;
      open -= 1;
      ready.push({ path: file.name, bytes: joined(parts) });
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  for await (const piece of pieces) {
    // An archive begins with a file, or, where it is empty, with its end.
    if (packed === 0 && !(piece[0] === 0x50 && piece[1] === 0x4b)) {
      throw new Error('it is no zip archive');
    }
    // Small steps: a bomb is noticed before it has unpacked.
    for (let at = 0; at < piece.length; at += STEP) {
      const step = piece.subarray(at, at + STEP);
      packed += step.length;
      unzip.push(step);
      yield* ready.splice(0);
      if (unpacked > Math.min(LONGEST_ARCHIVE, Math.max(HARMLESS, MOST_TIMES * packed))) {
        throw new Error('it unpacks to far more than answers need');
      }
    }
  }
  unzip.push(new Uint8Array(0), true);
  yield* ready.splice(0);
  if (open > 0) throw new Error('it is cut off');
}

const STEP = 4096;

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
