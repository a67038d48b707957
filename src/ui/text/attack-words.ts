import { assertNever } from '../../core/assert-never.ts';
import {
  standOf,
  type AttackedProgram,
  type AttackOutcome,
  type AttackReport,
  type Stand,
} from '../../core/teach/attack.ts';
import type { Observation, TestResult } from '../../core/verdicts/observation.ts';
import type { FindMarkState } from './teach-words.ts';

/** The outcome of an attack in a word or two. */
export function attackTitle(outcome: AttackOutcome): string {
  return {
    beaten: 'Beaten',
    'not-beaten': 'Not beaten yet',
    'too-strict': 'Asks too much',
    broken: 'Can’t be run',
    inconclusive: 'Inconclusive',
  }[outcome];
}

/** The mark of an outcome; null where nothing is known. */
export function attackMarkOf(outcome: AttackOutcome): FindMarkState | null {
  switch (outcome) {
    case 'beaten':
      return 'found';
    case 'too-strict':
      return 'half';
    case 'not-beaten':
    case 'broken':
      return 'missed';
    case 'inconclusive':
      return null;
    default:
      return assertNever(outcome);
  }
}

/** Why an attack came to its outcome, and what to do next. */
export function explainAttack({ outcome, problem, programs }: AttackReport): string {
  if (problem !== null) return problem;
  const secure = programs.filter(({ kind }) => kind === 'secure').length;
  switch (outcome) {
    case 'beaten':
      return `The insecure program fails your test, and ${secure === 1 ? 'the secure program passes' : `all ${secure} secure programs pass`} it: your input shows the weakness.`;
    case 'not-beaten':
      return 'The insecure program passes your test too. Find an input with which it does what it must not, and check for that.';
    case 'too-strict': {
      const fallen = programs.find(({ observation }) => standOf(observation) === 'fell');
      return fallen?.name === 'secure'
        ? 'A secure program fails your test as well, so it asks for more than security. Check only for the harm.'
        : 'The insecure program fails, and so does another secure program: your test depends on how it is written. Check only for the harm.';
    }
    case 'broken':
      return 'Python can’t run your test. Mend it and try again.';
    case 'inconclusive':
      return 'Something that your test needs is missing in the browser, so nothing is known. Try it another way.';
    default:
      return assertNever(outcome);
  }
}

/** Which program it was. */
export function attackedProgramTitle({ kind, name }: AttackedProgram): string {
  if (name === kind) return kind === 'secure' ? 'Secure program' : 'Insecure program';
  return `Secure: ${name.replace(/^secure_/, '').replaceAll('_', ' ')}`;
}

export function standTitle(stand: Stand): string {
  return { held: 'passed', fell: 'failed', 'not-run': 'not run', unknown: 'not known' }[stand];
}

/** What Python said, in its own words; a dash where all went well. */
export function whatHappened(observation: Observation): string {
  switch (observation.kind) {
    case 'engine-failed':
      return observation.detail;
    case 'load-failed':
      return 'The program could not be loaded.';
    case 'tested': {
      const [outcome] = observation.outcomes;
      return outcome === undefined ? '–' : resultText(outcome.result);
    }
    default:
      return assertNever(observation);
  }
}

function resultText(result: TestResult): string {
  switch (result.status) {
    case 'passed':
      return '–';
    case 'failed':
      return `${result.error.type}: ${result.error.message}`;
    case 'timeout':
      return `It took longer than ${(result.limitMs / 1000).toFixed(0)} s.`;
    case 'died':
      return result.detail;
    case 'skipped':
    case 'inconclusive':
      return result.reason;
    default:
      return assertNever(result);
  }
}
