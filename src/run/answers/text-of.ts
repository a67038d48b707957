/** The bytes of a blob, piece by piece; leaving the loop early cancels the reading. */
export async function* bytesOf(
  blob: Blob,
  signal: AbortSignal,
  onBytes: (count: number) => void,
): AsyncGenerator<Uint8Array, void, void> {
  // Safari can't loop over a stream.
  const reader = blob.stream().getReader();
  try {
    for (;;) {
      signal.throwIfAborted();
      const { done, value } = await reader.read();
      if (done) return;
      onBytes(value.length);
      yield value;
      await nextTask();
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** Lets the page paint and listen: pieces that are there already come without a pause between them. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    // A timer would wait for four milliseconds each time.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** Whether bytes are gzip's, by the first two of them (RFC 1952). */
export async function isGzip(blob: Blob): Promise<boolean> {
  const [first, second] = new Uint8Array(await blob.slice(0, 2).arrayBuffer());
  return first === 0x1f && second === 0x8b;
}

/** The text of UTF-8 bytes; bytes that are none become U+FFFD, so that one of them costs one line only. */
export async function* decoded(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  for await (const piece of pieces) yield decoder.decode(piece, { stream: true });
  yield decoder.decode();
}

/** What is compressed in gzip's form. Throws where the bytes are damaged or cut off. */
export async function* gunzipped(
  pieces: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void, void> {
  const stream = new DecompressionStream('gzip');
  const writer = stream.writable.getWriter();
  const feeding = (async () => {
    for await (const piece of pieces) await writer.write(piece as Uint8Array<ArrayBuffer>);
    await writer.close();
  })();
  // What goes wrong shows on the reading side too, or is thrown below.
  feeding.catch((error: unknown) => writer.abort(error).catch(() => undefined));
  const reader = stream.readable.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      yield value;
    }
    await feeding;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
