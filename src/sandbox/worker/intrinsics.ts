/**
 * Intrinsics taken before any code under test runs. What carries verdicts uses these, so that code which
 * reaches JavaScript after all can't get between the judge and the page by patching a prototype.
 */
const apply = Reflect.apply;
const byteSlice = Uint8Array.prototype.slice;
const byteFill = Uint8Array.prototype.fill;
const byteSet = Uint8Array.prototype.set;
const byteSubarray = Uint8Array.prototype.subarray;
const textEncode = TextEncoder.prototype.encode;
const textDecode = TextDecoder.prototype.decode;
const hasOwnProperty = Object.prototype.hasOwnProperty;
const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8');

/** A copy of `bytes[from:to]`. */
export function copyBytes(bytes: Uint8Array, from: number, to: number): Uint8Array<ArrayBuffer> {
  return apply(byteSlice, bytes, [from, to]);
}

/** Writes `source` into `target` at `offset`. */
export function putBytes(target: Uint8Array, source: Uint8Array, offset: number): void {
  apply(byteSet, target, [source, offset]);
}

/** Sets `bytes[from:to]` to zero. */
export function zeroBytes(bytes: Uint8Array, from: number, to: number): void {
  apply(byteFill, bytes, [0, from, to]);
}

/** A view of `bytes[from:to]`, without a copy. */
export function viewBytes(bytes: Uint8Array, from: number, to: number): Uint8Array {
  return apply(byteSubarray, bytes, [from, to]);
}

export function encodeText(text: string): Uint8Array {
  return apply(textEncode, encoder, [text]);
}

/** Decodes UTF-8; damaged bytes become U+FFFD. */
export function decodeText(bytes: Uint8Array): string {
  return apply(textDecode, decoder, [bytes]);
}

/** Whether `key` is a property of the object itself; safe for names such as `__proto__`. */
export function hasOwn(object: object, key: string): boolean {
  return apply(hasOwnProperty, object, [key]);
}

export const { keys } = Object;
export const { stringify: toJson, parse: fromJson } = JSON;
export const { min } = Math;
