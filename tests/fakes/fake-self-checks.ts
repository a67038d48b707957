import type { SelfCheckStore } from '../../src/run/ports.ts';
import type { SelfCheck } from '../../src/run/self-check.ts';

export interface FakeSelfChecks extends SelfCheckStore {
  /** What was remembered, in order. */
  readonly puts: readonly SelfCheck[];
}

/** A store that says every sample was checked before and is fine; or, told so, that none was. */
export function fakeSelfChecks(known: 'all' | 'none' = 'all'): FakeSelfChecks {
  const puts: SelfCheck[] = [];
  return {
    puts,
    async getSelfCheck(key) {
      if (known === 'none') return null;
      return {
        key,
        sampleId: key.split(' ').at(-1) ?? '',
        problem: null,
        slowestMs: 5,
        insecureFailures: [],
        checkedAt: 1,
      };
    },
    async putSelfCheck(check) {
      puts.push(check);
    },
  };
}
