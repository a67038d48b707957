import type { TestInfo, TestKind } from '../../core/dataset/sample.ts';
import type { Observation, TestOutcome } from '../../core/verdicts/observation.ts';
import { assertNever } from '../../core/assert-never.ts';
import type { SandboxJob } from '../../run/ports.ts';
import type { Pass, TimedResult } from './run-pass.ts';

/**
 * After so many confirmed timeouts tests are skipped, each of which could cost as much again: security
 * tests, since one exploit is enough for the verdict; functional ones only when one of them timed out, since
 * a hang in a security test says nothing of whether the code works.
 */
const MOST_TIMEOUTS = 2;

/** Runs the named tests on a worker, in that order; `alone`: while no other attempt runs. */
export type PassRunner = (tests: readonly string[], alone: boolean) => Promise<Pass>;

/**
 * Runs an attempt to its end, over as many workers as it takes: a timeout or a crash counts when a second
 * try alone agrees, the tests after a timeout go on in a fresh worker, and trouble of the engine is tried
 * once more from the start before it is reported as such.
 */
export async function runAttempt(job: SandboxJob, runPass: PassRunner): Promise<Observation> {
  let trouble: string | null = null;
  for (let round = 0; round < 2; round++) {
    const observation = await runRound(job, runPass);
    if (observation.kind !== 'engine-failed') return observation;
    trouble = observation.detail;
  }
  return { kind: 'engine-failed', detail: trouble ?? 'unknown' };
}

async function runRound(job: SandboxJob, runPass: PassRunner): Promise<Observation> {
  const results = new Map<string, TimedResult>();
  const timeouts = { functional: 0, security: 0 };
  const skipped = ({ kind }: TestInfo): boolean =>
    timeouts.functional + timeouts.security >= MOST_TIMEOUTS &&
    (kind === 'security' || timeouts.functional > 0);
  const left = (): TestInfo[] =>
    job.testInfos.filter((info) => !results.has(info.name) && !skipped(info));
  const take = (pass: Pass): void =>
    pass.results.forEach((result, name) => results.set(name, result));
  let alone = false;
  while (left().length > 0) {
    const names = left().map(({ name }) => name);
    const pass = await runPass(names, alone);
    take(pass);
    const { end } = pass;
    for (const name of crashedIn(pass)) {
      const second = await runPass([name], true);
      take(second);
      if (second.end.kind === 'engine-failed') {
        return { kind: 'engine-failed', detail: second.end.detail };
      }
    }
    switch (end.kind) {
      case 'finished':
        if (left().length === 0) break;
        return {
          kind: 'engine-failed',
          detail: `the judge left out ${left()
            .map(({ name }) => name)
            .join(', ')}`,
        };
      case 'load-failed':
        return { kind: 'load-failed', failure: end.failure };
      case 'engine-failed':
        return { kind: 'engine-failed', detail: end.detail };
      case 'timeout': {
        if (end.test === null) {
          if (alone) {
            return { kind: 'load-failed', failure: { reason: 'timeout', limitMs: end.limitMs } };
          }
          alone = true;
          continue;
        }
        const second = await runPass([end.test], true);
        take(second);
        if (second.end.kind === 'engine-failed') {
          return { kind: 'engine-failed', detail: second.end.detail };
        }
        if (second.end.kind === 'timeout' || !results.has(end.test)) {
          const { limitMs } = end;
          results.set(end.test, { result: { status: 'timeout', limitMs }, ms: limitMs });
          timeouts[kindOf(job, end.test)]++;
        }
        break;
      }
      default:
        return assertNever(end);
    }
    alone = false;
  }
  return { kind: 'tested', outcomes: job.testInfos.map((info) => outcome(info, results)) };
}

function kindOf(job: SandboxJob, name: string): TestKind {
  return job.testInfos.find((info) => info.name === name)?.kind ?? 'functional';
}

/**
 * Tests in which the interpreter crashed. Browsers give compiled code a stack of uncertain depth, so deep
 * recursion may crash once and raise RecursionError the next time: the second try counts.
 */
function crashedIn({ results }: Pass): string[] {
  return [...results.keys()].filter((name) => {
    const result = results.get(name)?.result;
    return result?.status === 'died' && result.how === 'crash';
  });
}

function outcome({ name, kind }: TestInfo, results: ReadonlyMap<string, TimedResult>): TestOutcome {
  const found = results.get(name);
  if (found) return { name, kind, result: found.result, ms: found.ms };
  const reason = 'Earlier tests took too long.';
  return { name, kind, result: { status: 'skipped', reason }, ms: 0 };
}
