import type { Sample } from '../core/dataset/sample.ts';
import { deriveSeed } from '../core/random/derive-seed.ts';
import {
  ATTACK_INFOS,
  attackOutcome,
  attackProblem,
  standOf,
  type AttackedProgram,
  type AttackReport,
} from '../core/teach/attack.ts';
import type { Observation } from '../core/verdicts/observation.ts';
import { SEED, type JudgePorts } from './judge-code.ts';
import { limitsAfter } from './self-check.ts';

export type AttackResult =
  | { readonly kind: 'attack'; readonly report: AttackReport }
  /** No engine, so nothing can be run: the status says what to do. */
  | { readonly kind: 'no-engine'; readonly problem: string };

/**
 * Runs a student's attack: against the secure program, the insecure one, and, once that fell, every other secure
 * program of the sample. Rejects with the signal's reason on abort.
 */
export async function judgeAttack(
  attack: string,
  sample: Sample,
  { sandbox, checks }: JudgePorts,
  signal: AbortSignal,
): Promise<AttackResult> {
  const refused = (outcome: AttackReport['outcome'], problem: string): AttackResult => ({
    kind: 'attack',
    report: { outcome, problem, programs: [] },
  });
  const problem = attackProblem(attack);
  if (problem !== null) return refused('broken', problem);
  const check = await checks.of(sample);
  const noEngine = (): AttackResult | null =>
    sandbox.status.phase === 'failed'
      ? { kind: 'no-engine', problem: sandbox.status.problem ?? 'The engine could not be started.' }
      : null;
  if (check.problem !== null) {
    return noEngine() ?? refused('inconclusive', `The sample can’t be judged: ${check.problem}.`);
  }
  const observe = (code: string): Promise<Observation> =>
    sandbox.run(
      {
        code,
        entryPoint: sample.entryPoint,
        tests: attack,
        testInfos: ATTACK_INFOS,
        limits: limitsAfter(check, sample.limits),
        seed: deriveSeed(SEED, sample.id, 0),
        foreignTests: true,
      },
      signal,
    );
  const programs: AttackedProgram[] = [];
  for (const { kind, name, code } of targetsOf(sample)) {
    const observation = await observe(code);
    const failed = observation.kind === 'engine-failed' ? noEngine() : null;
    if (failed !== null) return failed;
    programs.push({ kind, name, observation });
    if (standOf(observation) !== (kind === 'secure' ? 'held' : 'fell')) break;
  }
  return {
    kind: 'attack',
    report: { outcome: attackOutcome(programs), problem: null, programs },
  };
}

/** The programs in the order in which they are attacked. */
function targetsOf(
  sample: Sample,
): readonly { kind: 'secure' | 'insecure'; name: string; code: string }[] {
  return [
    { kind: 'secure', name: 'secure', code: sample.secureCode },
    { kind: 'insecure', name: 'insecure', code: sample.insecureCode },
    ...sample.variants.flatMap(({ kind, name, code }) =>
      kind === 'secure' ? [{ kind, name, code }] : [],
    ),
  ];
}
