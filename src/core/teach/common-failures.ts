import type { Observation, TestOutcome } from '../verdicts/observation.ts';
import { standingOf } from '../verdicts/verdict-of.ts';

/** A test of a sample, and how many answers failed it. */
export interface CommonFailure {
  readonly name: string;
  readonly kind: TestOutcome['kind'];
  readonly failed: number;
}

/** Which tests the answers to one sample failed, the commonest first; attacks before functional tests. */
export function commonFailures(
  observations: readonly (Observation | null)[],
): readonly CommonFailure[] {
  const failures = new Map<string, CommonFailure>();
  for (const observation of observations) {
    if (observation?.kind !== 'tested') continue;
    for (const { name, kind, result } of observation.outcomes) {
      if (standingOf(result) !== 'failed') continue;
      failures.set(name, { name, kind, failed: (failures.get(name)?.failed ?? 0) + 1 });
    }
  }
  const rank = ({ kind }: CommonFailure): number => (kind === 'security' ? 0 : 1);
  return [...failures.values()].toSorted((a, b) => rank(a) - rank(b) || b.failed - a.failed);
}
