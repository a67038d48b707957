import { files } from 'virtual:engine';
import type { FrameInit } from '../protocol.ts';

export interface DownloadProgress {
  readonly loadedBytes: number;
  readonly totalBytes: number;
}

/** Bytes of all files of the engine, as they are transferred. */
export const ENGINE_BYTES = Object.values(files).reduce((sum, { bytes }) => sum + bytes, 0);

/**
 * Downloads and unpacks the engine. The browser keeps the files in its HTTP cache: their names change with
 * their contents.
 *
 * @throws {TypeError | Error} when a file doesn't arrive or is damaged
 */
export async function downloadEngine(
  onProgress: (progress: DownloadProgress) => void,
  signal: AbortSignal,
): Promise<FrameInit> {
  let loadedBytes = 0;
  const count = (bytes: number): void => {
    loadedBytes += bytes;
    onProgress({ loadedBytes, totalBytes: ENGINE_BYTES });
  };
  const get = (name: keyof typeof files): Promise<ArrayBuffer> =>
    downloadFile(new URL(files[name].url, document.baseURI), files[name].rawBytes, count, signal);
  const [wasm, stdlib, snapshot, worker] = await Promise.all([
    get('wasm'),
    get('stdlib'),
    get('snapshot'),
    get('worker'),
  ]);
  return { kind: 'init', wasm, stdlib, snapshot, worker };
}

async function downloadFile(
  url: URL,
  rawBytes: number,
  count: (bytes: number) => void,
  signal: AbortSignal,
): Promise<ArrayBuffer> {
  const response = await fetch(url, { signal });
  if (!response.ok || !response.body) throw new Error(`${url.pathname}: HTTP ${response.status}`);
  const counted = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, controller) {
      count(chunk.byteLength);
      controller.enqueue(chunk);
    },
  });
  const unpacked = response.body.pipeThrough(counted).pipeThrough(new DecompressionStream('gzip'));
  const bytes = await new Response(unpacked).arrayBuffer();
  if (bytes.byteLength !== rawBytes)
    throw new Error(`${url.pathname}: not as long as it should be`);
  return bytes;
}
