/** More often than this a page needn't change; each change costs layout and paint. */
const MS_BETWEEN_BATCHES = 100;

/**
 * Takes everything from a stream and hands it on in order: at once after a pause, else in batches, so that
 * a fast stream doesn't keep the page busy with showing it. Throws what the stream throws, after all that
 * came before was handed on.
 */
export async function inBatches<T>(
  stream: AsyncIterable<T>,
  take: (item: T) => void,
): Promise<void> {
  let waiting: T[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let handedOnAt = -Infinity;
  const handOn = (): void => {
    timer = undefined;
    handedOnAt = performance.now();
    const batch = waiting;
    waiting = [];
    for (const item of batch) take(item);
  };
  try {
    for await (const item of stream) {
      waiting.push(item);
      const wait = handedOnAt + MS_BETWEEN_BATCHES - performance.now();
      if (timer === undefined && wait <= 0) handOn();
      else timer ??= setTimeout(handOn, wait);
    }
  } finally {
    clearTimeout(timer);
    handOn();
  }
}
