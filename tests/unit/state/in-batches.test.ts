import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { inBatches } from '../../../src/state/in-batches.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

async function* stream(...items: (number | Error)[]): AsyncGenerator<number> {
  for (const item of items) {
    if (item instanceof Error) throw item;
    yield item;
  }
}

test('hands the first item on at once and the rest in order', async () => {
  const seen: number[] = [];
  await inBatches(stream(1, 2, 3), (item) => seen.push(item));
  expect(seen).toEqual([1, 2, 3]);
});

test('items that come fast wait for the next batch', async () => {
  const seen: number[] = [];
  let release: () => void = () => undefined;
  async function* slow(): AsyncGenerator<number> {
    yield 1;
    yield 2;
    await new Promise<void>((resolve) => (release = resolve));
  }
  const done = inBatches(slow(), (item) => seen.push(item));
  await vi.advanceTimersByTimeAsync(50);
  expect(seen).toEqual([1]);
  await vi.advanceTimersByTimeAsync(50);
  expect(seen).toEqual([1, 2]);
  release();
  await done;
});

test('what came before an error is handed on before it is thrown', async () => {
  const seen: number[] = [];
  const work = inBatches(stream(1, 2, new Error('broken')), (item) => seen.push(item));
  await expect(work).rejects.toThrow('broken');
  expect(seen).toEqual([1, 2]);
});
