import { strFromU8, strToU8 } from 'fflate';
import type { BitReader, BitWriter } from './bits.ts';
import { BITS, withoutControls } from './layout.ts';

/** Writes a name in UTF-8 with its length before it, cut to `maxBytes` (127 at most). */
export function writeText(writer: BitWriter, text: string, maxBytes: number): void {
  const bytes = cut(withoutControls(text), maxBytes);
  writer.write(bytes.length, BITS.textLength);
  for (const byte of bytes) writer.write(byte, 8);
}

/** Reads what `writeText` wrote, without characters that a name needs none of; null where the bytes end. */
export function readText(reader: BitReader): string | null {
  const length = reader.read(BITS.textLength);
  if (length === null) return null;
  const bytes = new Uint8Array(length);
  for (let index = 0; index < length; index += 1) {
    const byte = reader.read(8);
    if (byte === null) return null;
    bytes[index] = byte;
  }
  return withoutControls(strFromU8(bytes));
}

/** The text as UTF-8, cut behind a whole character. */
function cut(text: string, maxBytes: number): Uint8Array {
  const whole = strToU8(text);
  if (whole.length <= maxBytes) return whole;
  let kept = '';
  for (const character of text) {
    if (strToU8(`${kept}${character}…`).length > maxBytes) break;
    kept += character;
  }
  return strToU8(`${kept}…`);
}
