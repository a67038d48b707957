import { sfc32 } from '../../core/random/sfc32.ts';
import type { Observation } from '../../core/verdicts/observation.ts';
import type { SandboxJob } from '../../run/ports.ts';

/**
 * The job with its tests in an order that its seed decides. In the order of the source all functional tests
 * come first: code could work for so many calls and refuse everything afterwards.
 */
export function shuffleTests(job: SandboxJob): SandboxJob {
  const random = sfc32(job.seed);
  const testInfos = [...job.testInfos];
  // Fisher and Yates, from the end.
  for (let last = testInfos.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [testInfos[last], testInfos[other]] = [testInfos[other], testInfos[last]] as [
      (typeof testInfos)[number],
      (typeof testInfos)[number],
    ];
  }
  return { ...job, testInfos };
}

/** The observation with its outcomes in the order of the job's tests. */
export function inOrderOf({ testInfos }: SandboxJob, observation: Observation): Observation {
  if (observation.kind !== 'tested') return observation;
  const place = new Map(testInfos.map(({ name }, index) => [name, index]));
  const outcomes = [...observation.outcomes].sort(
    (a, b) => (place.get(a.name) ?? 0) - (place.get(b.name) ?? 0),
  );
  return { kind: 'tested', outcomes };
}
