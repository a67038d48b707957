/** Bytes that every gzip file begins with (RFC 1952). */
const GZIP = [0x1f, 0x8b] as const;

/** Whether a file is gzipped. */
export async function isGzip(file: Blob): Promise<boolean> {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  return first === GZIP[0] && second === GZIP[1];
}

/** The lines as a gzip file. */
export async function gzipLines(lines: AsyncIterable<string>): Promise<Blob> {
  const encoder = new TextEncoder();
  const source = lines[Symbol.asyncIterator]();
  const bytes = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      const { done, value } = await source.next();
      if (done === true) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
  });
  return new Response(bytes.pipeThrough(new CompressionStream('gzip'))).blob();
}

/** Longest line that is read, in UTF-16 code units: a run of 180 samples × 100 attempts has a quarter of it. */
const MAX_LINE = 256 * 1024 * 1024;

/**
 * The lines of a text file, gzipped or not, without their breaks. A file that is cut off ends with what is left
 * of its last line.
 */
export async function* linesOf(file: Blob, gzipped: boolean): AsyncGenerator<string> {
  const bytes = gzipped
    ? file.stream().pipeThrough(new DecompressionStream('gzip'))
    : file.stream();
  const reader = bytes.pipeThrough(new TextDecoderStream()).getReader();
  let parts: string[] = [];
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      const [first = '', ...rest] = value.split('\n');
      parts.push(first);
      length += first.length;
      for (const next of rest) {
        yield parts.join('');
        parts = [next];
        length = next.length;
      }
      if (length > MAX_LINE) return;
    }
  } catch {
    // A gzip file that is cut off or damaged: what came before is whole.
  } finally {
    void reader.cancel().catch(() => undefined);
  }
  if (length > 0) yield parts.join('');
}
