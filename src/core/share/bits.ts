/** Writes whole numbers bit by bit, the highest bit first. */
export class BitWriter {
  readonly #bits: number[] = [];

  get length(): number {
    return this.#bits.length;
  }

  /** Appends `value` in `width` bits. @throws {RangeError} when it doesn't fit, which is a bug. */
  write(value: number, width: number): void {
    if (!Number.isSafeInteger(value) || value < 0 || value >= 2 ** width) {
      throw new RangeError(`${value} doesn't fit in ${width} bits`);
    }
    // Division, since shifts stop at 32 bits and ranks need up to 53.
    for (let bit = width - 1; bit >= 0; bit -= 1) {
      this.#bits.push(Math.floor(value / 2 ** bit) % 2);
    }
  }

  /** The bits so far, with zeros up to a whole byte. */
  toBytes(): Uint8Array {
    const bytes = new Uint8Array(Math.ceil(this.#bits.length / 8));
    for (const [index, bit] of this.#bits.entries()) {
      const byte = index >> 3;
      bytes[byte] = (bytes[byte] ?? 0) | (bit << (7 - (index & 7)));
    }
    return bytes;
  }
}

/** Reads what a BitWriter wrote. */
export class BitReader {
  readonly #bytes: Uint8Array;
  #position = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** The next `width` bits (53 at most) as a number; null where the bytes end before. */
  read(width: number): number | null {
    if (this.#position + width > this.#bytes.length * 8) return null;
    let value = 0;
    for (let bit = 0; bit < width; bit += 1) {
      const byte = this.#bytes[this.#position >> 3] ?? 0;
      value = value * 2 + ((byte >> (7 - (this.#position & 7))) & 1);
      this.#position += 1;
    }
    return Number.isSafeInteger(value) ? value : null;
  }

  /** Whether nothing but the zeros that fill the last byte is left. */
  get atEnd(): boolean {
    const left = this.#bytes.length * 8 - this.#position;
    return left < 8 && (left === 0 || this.read(left) === 0);
  }
}
