import type { Run, RunId, RunPlan } from './run.ts';

export interface CreateRunDeps {
  newId(): RunId;
  /** Milliseconds since 1970. */
  now(): number;
  readonly siteVersion: string;
}

/** A run with nothing done yet. The caller stores it before it is run. */
export function createRun(plan: RunPlan, deps: CreateRunDeps): Run {
  const now = deps.now();
  return {
    id: deps.newId(),
    plan,
    state: 'open',
    createdAt: now,
    updatedAt: now,
    siteVersion: deps.siteVersion,
    done: 0,
    total: plan.sampleIds.length * plan.attemptsPerSample,
  };
}
