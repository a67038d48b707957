import { files } from 'virtual:engine';
import { PART_NAMES, type PartName } from '../protocol.ts';

export interface DownloadProgress {
  readonly loadedBytes: number;
  readonly totalBytes: number;
}

/** Bytes of all files of the engine, as they are transferred. */
export const ENGINE_BYTES = Object.values(files).reduce((sum, { bytes }) => sum + bytes, 0);

/** From the browser's cache, chunks come faster than a page can show them. */
const MS_BETWEEN_REPORTS = 100;

/** A file of the engine as it arrived. */
export interface EnginePart {
  readonly name: PartName;
  readonly gzip: ArrayBuffer;
  readonly rawBytes: number;
}

/**
 * Downloads the engine; each file goes to `onPart` when it is there. The browser keeps the files in its HTTP cache: their names change with
 * their contents.
 *
 * @throws {TypeError | Error} when a file doesn't arrive
 */
export async function downloadEngine(
  onPart: (part: EnginePart) => void,
  onProgress: (progress: DownloadProgress) => void,
  signal: AbortSignal,
): Promise<void> {
  let loadedBytes = 0;
  let toldAt = -Infinity;
  const count = (bytes: number): void => {
    loadedBytes += bytes;
    const now = performance.now();
    if (now - toldAt < MS_BETWEEN_REPORTS) return;
    toldAt = now;
    onProgress({ loadedBytes, totalBytes: ENGINE_BYTES });
  };
  const get = async (name: PartName): Promise<void> => {
    const { url, bytes, rawBytes } = files[name];
    const gzip = await downloadFile(new URL(url, document.baseURI), bytes, count, signal);
    onPart({ name, gzip, rawBytes });
  };
  // The worker's script first: it is small, and the browser reads it while the rest arrives.
  await Promise.all(PART_NAMES.map(get));
}

async function downloadFile(
  url: URL,
  bytes: number,
  count: (bytes: number) => void,
  signal: AbortSignal,
): Promise<ArrayBuffer> {
  const response = await fetch(url, { signal });
  if (!response.ok || !response.body) throw new Error(`${url.pathname}: HTTP ${response.status}`);
  const whole = new Uint8Array(bytes);
  const reader = response.body.getReader();
  let at = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    if (at + next.value.length > bytes) break;
    whole.set(next.value, at);
    at += next.value.length;
    count(next.value.length);
  }
  if (at !== bytes) throw new Error(`${url.pathname}: not as long as it should be`);
  return whole.buffer;
}
