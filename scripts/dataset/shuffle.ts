import { createHash } from 'node:crypto';

/** A copy of `items` in an order that only depends on the seed. */
export function shuffled<T>(items: readonly T[], seed: string): T[] {
  const key = (index: number): string =>
    createHash('sha256').update(`${seed}:${index}`).digest('hex');
  return items
    .map((item, index) => ({ item, key: key(index) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ item }) => item);
}

/** Runs `work` over all items with at most `parallel` at once; results in the order of the items. */
export async function mapParallel<T, R>(
  items: readonly T[],
  parallel: number,
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const results = new Array<R>(items.length);
  const queue = items.map((item, index) => ({ item, index }));
  const lane = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      results[next.index] = await work(next.item);
    }
  };
  await Promise.all(Array.from({ length: parallel }, lane));
  return results;
}
