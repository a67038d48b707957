import { pbkdf2 } from '@noble/hashes/pbkdf2.js';
import { scrypt } from '@noble/hashes/scrypt.js';
import { md5, ripemd160, sha1 } from '@noble/hashes/legacy.js';
import { sha224, sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import { sha3_224, sha3_256, sha3_384, sha3_512 } from '@noble/hashes/sha3.js';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { encodeText, toJson } from './intrinsics.ts';

/**
 * hashlib.pbkdf2_hmac and hashlib.scrypt are missing from this Python (they come with OpenSSL), and in
 * Python itself 600,000 rounds take seconds. linux.py, which has checked the limits, asks here.
 */
export type KeyRequest =
  | {
      readonly kind: 'pbkdf2';
      readonly hash: string;
      readonly password: string;
      readonly salt: string;
      readonly rounds: number;
      readonly length: number;
    }
  | {
      readonly kind: 'scrypt';
      readonly password: string;
      readonly salt: string;
      readonly n: number;
      readonly r: number;
      readonly p: number;
      readonly length: number;
    };

const HASHES = new Map(
  Object.entries({
    md5,
    sha1,
    sha224,
    sha256,
    sha384,
    sha512,
    sha3_224,
    sha3_256,
    sha3_384,
    sha3_512,
    ripemd160,
  }),
);

/** Answers JSON: `{"key": hex}` or `{"error": text}`; byte strings are hex in the request as well. */
export function deriveKey(request: KeyRequest): Uint8Array {
  try {
    return encodeText(toJson({ key: bytesToHex(derive(request)) }));
  } catch (error) {
    return encodeText(toJson({ error: error instanceof Error ? error.message : 'unknown' }));
  }
}

function derive(request: KeyRequest): Uint8Array {
  const password = hexToBytes(request.password);
  const salt = hexToBytes(request.salt);
  if (request.kind === 'scrypt') {
    const { n, r, p, length } = request;
    return scrypt(password, salt, { N: n, r, p, dkLen: length });
  }
  const hash = HASHES.get(request.hash);
  if (hash === undefined) throw new Error(`unsupported hash type ${request.hash}`);
  return pbkdf2(hash, password, salt, { c: request.rounds, dkLen: request.length });
}
