import { mix32 } from '../random/derive-seed.ts';
import { fromBase64Url, toBase64Url } from './base64url.ts';

/**
 * What every version of a shared text has in common, so that a newer one can be told from a damaged one:
 * version (1 byte), length of the payload (2 bytes), payload, checksum of all before (4 bytes), in base64url.
 */
export type Opened =
  | { readonly ok: true; readonly version: number; readonly payload: Uint8Array }
  | { readonly ok: false; readonly reason: 'too-long' | 'truncated' | 'damaged' };

const HEAD = 3;
const CHECK = 4;

/** No text without code that this site writes is nearly as long; a longer one is not worth reading. */
export const MAX_CHARACTERS = 8000;

/** Bytes that the length of a payload can say. */
export const MAX_PAYLOAD = 0xffff;

/** @throws {RangeError} for a payload of more than `MAX_PAYLOAD` bytes. */
export function seal(version: number, payload: Uint8Array): string {
  if (payload.length > MAX_PAYLOAD) throw new RangeError('the payload is too long for a link');
  const bytes = new Uint8Array(HEAD + payload.length + CHECK);
  bytes.set([version, payload.length >> 8, payload.length & 0xff]);
  bytes.set(payload, HEAD);
  const sum = checksum(bytes.subarray(0, -CHECK));
  bytes.set(
    [sum >>> 24, (sum >>> 16) & 0xff, (sum >>> 8) & 0xff, sum & 0xff],
    bytes.length - CHECK,
  );
  return toBase64Url(bytes);
}

/** @param maxCharacters a longer text isn't read. */
export function open(text: string, maxCharacters = MAX_CHARACTERS): Opened {
  if (text.length > maxCharacters) return { ok: false, reason: 'too-long' };
  const bytes = fromBase64Url(text);
  if (bytes === null) return { ok: false, reason: 'damaged' };
  const [version = 0, high = 0, low = 0] = bytes;
  const length = HEAD + ((high << 8) | low) + CHECK;
  if (bytes.length < HEAD || bytes.length < length) return { ok: false, reason: 'truncated' };
  if (bytes.length > length) return { ok: false, reason: 'damaged' };
  const sum = checksum(bytes.subarray(0, -CHECK));
  const stored = bytes.subarray(-CHECK).reduce((value, byte) => value * 256 + byte, 0);
  // One text per content: the bits behind the last byte must be zero as well.
  if (sum !== stored || toBase64Url(bytes) !== text) return { ok: false, reason: 'damaged' };
  return { ok: true, version, payload: bytes.slice(HEAD, -CHECK) };
}

/** Versions per kind of content: 1 to 31 are run summaries, 33 to 63 exercises, 65 to 95 their results. */
const VERSIONS_PER_KIND = 32;

/** Why a reader of the version `known` can't read `version`; null where it can. */
export function versionProblem(
  version: number,
  known: number,
): 'damaged' | 'newer-version' | 'other-kind' | null {
  if (version === known) return null;
  const kind = (of: number): number => Math.floor(of / VERSIONS_PER_KIND);
  if (kind(version) !== kind(known)) return 'other-kind';
  return version > known ? 'newer-version' : 'damaged';
}

/** Characters that a text has as a whole, by its first four ones; null where those can't be read. */
export function wholeLength(text: string): number | null {
  const head = fromBase64Url(text.slice(0, 4));
  if (head === null || head.length < HEAD) return null;
  const [, high = 0, low = 0] = head;
  return Math.ceil(((HEAD + ((high << 8) | low) + CHECK) * 4) / 3);
}

/** FNV-1a over bytes, mixed. It finds accidents; forging is not prevented ("reported, not verified"). */
function checksum(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return mix32(hash);
}
