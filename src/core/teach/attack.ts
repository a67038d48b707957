import type { TestInfo } from '../dataset/sample.ts';
import type { Observation } from '../verdicts/observation.ts';
import { standingOf } from '../verdicts/verdict-of.ts';

/*
 * An attack is a test that a student writes. It has beaten the insecure program when that fails it, while every
 * secure program at hand passes it: so the test asks for nothing but security.
 */

/** The function that an attack defines. */
export const ATTACK_TEST = 'test_security_attack';

/** What the sandbox runs of an attack. */
export const ATTACK_INFOS: readonly TestInfo[] = [
  { name: ATTACK_TEST, kind: 'security', doc: 'The attack.' },
];

/**
 * What an attack came to: `beaten` (see above), `not-beaten` (the insecure program passes it too), `too-strict` (a
 * secure program fails it), `broken` (it is no test that can be run), `inconclusive` (our side failed).
 */
export type AttackOutcome = 'beaten' | 'not-beaten' | 'too-strict' | 'broken' | 'inconclusive';

/** Every outcome once. Links hold places in this list, so it only ever grows at the end. */
export const ATTACK_OUTCOMES: readonly AttackOutcome[] = [
  'beaten',
  'not-beaten',
  'too-strict',
  'broken',
  'inconclusive',
];

/** A program that an attack was run against. */
export interface AttackedProgram {
  readonly kind: 'secure' | 'insecure';
  /** As in the data set: `secure`, `insecure`, or the name of a variant. */
  readonly name: string;
  readonly observation: Observation;
}

/** What came of running an attack. */
export interface AttackReport {
  readonly outcome: AttackOutcome;
  /** Why it was not run at all, in a sentence; null where it was. */
  readonly problem: string | null;
  /** In the order in which they were attacked; it ends with the first that decides. */
  readonly programs: readonly AttackedProgram[];
}

/** How a program stood an attack. */
export type Stand = 'held' | 'fell' | 'not-run' | 'unknown';

export function standOf(observation: Observation): Stand {
  if (observation.kind === 'engine-failed') return 'not-run';
  if (observation.kind === 'load-failed') return 'unknown';
  const [outcome] = observation.outcomes;
  if (outcome === undefined) return 'not-run';
  const standing = standingOf(outcome.result);
  if (standing === 'passed') return 'held';
  return standing === 'failed' ? 'fell' : 'unknown';
}

/** The outcome of an attack by the programs that it was run against; of none, it is broken. */
export function attackOutcome(programs: readonly AttackedProgram[]): AttackOutcome {
  const stands = programs.map(({ kind, observation }) => ({ kind, stand: standOf(observation) }));
  const some = (kind: AttackedProgram['kind'], stand: Stand): boolean =>
    stands.some((each) => each.kind === kind && each.stand === stand);
  if (stands.length === 0 || stands.some(({ stand }) => stand === 'not-run')) return 'broken';
  if (some('secure', 'fell')) return 'too-strict';
  if (stands.some(({ stand }) => stand === 'unknown')) return 'inconclusive';
  return some('insecure', 'fell') ? 'beaten' : 'not-beaten';
}

/** Why a text can't be an attack, in a sentence; null where it can be run. */
export function attackProblem(text: string): string | null {
  const head = new RegExp(String.raw`^def ${ATTACK_TEST}\s*\(([^)]*)\)`, 'm').exec(text);
  if (head === null) return `Keep the function ${ATTACK_TEST}: it is what is run.`;
  if (!/\bcandidate\b/.test(head[1] ?? '')) {
    return `${ATTACK_TEST} must ask for “candidate”, the program under attack.`;
  }
  const uses = text.slice(head.index + head[0].length).match(/\bcandidate\b/g) ?? [];
  return uses.length > 0 ? null : 'Your test never calls “candidate”, the program under attack.';
}
