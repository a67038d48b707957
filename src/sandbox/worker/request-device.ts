import { copyBytes, min, putBytes, viewBytes } from './intrinsics.ts';
import { type Instance, LOST, MAX_MESSAGE } from './instance.ts';

/** Answers one request; a thrown `LOST` ends the interpreter that asked. */
export type RequestHandler = (request: Uint8Array) => Uint8Array;

const TOO_LARGE = 22; // EFBIG, by the numbers of WASI
const NO_SEEK = 70; // ESPIPE

/**
 * Makes a character device: a write is a request, the reads after it give the length of the reply (four
 * bytes, little-endian) and the reply. Python needs nothing but `os.open`, `os.write` and `os.read`.
 */
export function addRequestDevice(
  instance: Instance,
  path: string,
  minor: number,
  handler: RequestHandler,
): { reset(): void } {
  const { fs } = instance;
  let reply: Uint8Array | null = null;
  let position = 0;
  const device = fs.makedev(64, minor);
  fs.registerDevice(device, {
    open(stream) {
      stream.seekable = false;
    },
    close() {},
    llseek() {
      throw new fs.ErrnoError(NO_SEEK);
    },
    write(_stream, buffer, offset, length) {
      if (instance.death !== null) throw LOST;
      if (length > MAX_MESSAGE) throw new fs.ErrnoError(TOO_LARGE);
      const memory = new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);
      reply = withLength(handler(copyBytes(memory, offset, offset + length)));
      position = 0;
      if (instance.death !== null) throw LOST;
      return length;
    },
    read(_stream, buffer, offset, length) {
      if (instance.death !== null) throw LOST;
      if (reply === null) return 0;
      const memory = new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);
      const count = min(length, reply.length - position);
      putBytes(memory, viewBytes(reply, position, position + count), offset);
      position += count;
      if (position >= reply.length) reply = null;
      return count;
    },
  });
  fs.mkdev(path, 0o666, device);
  return {
    reset() {
      reply = null;
      position = 0;
    },
  };
}

function withLength(bytes: Uint8Array): Uint8Array {
  const framed = new Uint8Array(bytes.length + 4);
  const { length } = bytes;
  framed[0] = length & 255;
  framed[1] = (length >>> 8) & 255;
  framed[2] = (length >>> 16) & 255;
  framed[3] = length >>> 24;
  putBytes(framed, bytes, 4);
  return framed;
}
