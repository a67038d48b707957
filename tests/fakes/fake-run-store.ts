import type { RunStore } from '../../src/run/ports.ts';
import type { Attempt } from '../../src/run/run.ts';
import { createMemoryRunStore } from '../../src/storage/memory-run-store.ts';

export interface FakeRunStore extends RunStore {
  /** Every attempt that was handed in, in order. */
  readonly puts: readonly Attempt[];
}

/** A run store in memory that keeps a record, and fails when told so. */
export function fakeRunStore(failure?: (attempt: Attempt) => Error | null): FakeRunStore {
  const store = createMemoryRunStore();
  const puts: Attempt[] = [];
  return {
    ...store,
    puts,
    async putAttempt(attempt) {
      const error = failure?.(attempt) ?? null;
      if (error !== null) throw error;
      puts.push(attempt);
      await store.putAttempt(attempt);
    },
  };
}
