import { encode } from 'uqr';

/** A QR code as the path of an SVG, each module one unit wide, without the quiet zone around it. */
export interface QrPath {
  readonly d: string;
  /** Modules of an edge. */
  readonly size: number;
}

/**
 * Longest text, in bytes, that is shown as a code: version 20 with 97 modules. From a slide or a phone's screen
 * a camera still tells these apart; denser ones only when they are very large.
 */
export const MAX_QR_BYTES = 858;

/** The code of a text, or null where it would be too dense to scan. */
export function qrPath(text: string): QrPath | null {
  if (new TextEncoder().encode(text).length > MAX_QR_BYTES) return null;
  const { data, size } = encode(text, { ecc: 'L', boostEcc: true, border: 0 });
  const parts: string[] = [];
  for (const [y, row] of data.entries()) {
    for (let x = 0; x < row.length; x += 1) {
      if (row[x] !== true) continue;
      const start = x;
      while (row[x + 1] === true) x += 1;
      const width = x - start + 1;
      parts.push(`M${start} ${y}h${width}v1h-${width}z`);
    }
  }
  return { d: parts.join(''), size };
}
