import { assertNever } from '../../core/assert-never.ts';
import { cweName } from '../../core/dataset/cwe-names.ts';
import type { CweId } from '../../core/dataset/sample.ts';
import type { Check } from '../../core/teach/check.ts';
import type { Help, HelpRule, Mode } from '../../core/teach/exercise.ts';
import type { FindGrade } from '../../core/teach/find-weakness.ts';

/** The name of a mode. */
export function modeTitle(mode: Mode): string {
  return {
    write: 'Write the code',
    repair: 'Repair the code',
    find: 'Find the weakness',
    beat: 'Beat the code',
  }[mode];
}

/** What a mode is, to a teacher. */
export function modeMeaning(mode: Mode): string {
  switch (mode) {
    case 'write':
      return 'Students get a problem and write the code. Tests say whether it works and resists.';
    case 'repair':
      return 'Students get code that works but can be exploited, and repair it.';
    case 'find':
      return 'Students read that code, name its weakness and mark up to three lines. One answer each.';
    case 'beat':
      return 'Students write an input, as a short test, with which that code does harm and secure code does not.';
    default:
      return assertNever(mode);
  }
}

/** What a mode asks for, to a student. */
export function modeInstruction(mode: Mode): string {
  switch (mode) {
    case 'write':
      return 'Write code that does its job and can’t be exploited. You can run the tests as often as you like.';
    case 'repair':
      return 'This code works, but it can be exploited. Repair it without breaking it. You can run the tests as often as you like.';
    case 'find':
      return 'This code works, but it can be exploited. Say which weakness it has, and mark the lines where it is. Your first answer counts.';
    case 'beat':
      return 'This code works, but it can be exploited. Show it: write a test that the insecure program fails and secure ones pass. You can run it as often as you like.';
    default:
      return assertNever(mode);
  }
}

/** What a help shows. */
export function helpTitle(help: Help): string {
  return {
    weakness: 'Name of the weakness',
    explanation: 'What is wrong with the insecure code',
    tests: 'List of the tests',
    solution: 'A secure solution',
  }[help];
}

/** When a help is shown. */
export function helpRuleTitle(rule: HelpRule): string {
  if (rule === null) return 'never';
  if (rule === 0) return 'from the start';
  return rule === 1 ? 'after 1 try' : `after ${rule} tries`;
}

/** What running an answer again showed. */
export function checkTitle(check: Check | null): string {
  if (check === null) return 'Not run here';
  return { verified: 'Verified', mismatch: 'Does not match', unknown: 'Not known' }[check];
}

/** How well a weakness was found. */
export type FindMarkState = 'found' | 'half' | 'missed';

export function findMarkOf({ weakness, lines }: FindGrade): FindMarkState {
  if (weakness && lines) return 'found';
  return weakness || lines ? 'half' : 'missed';
}

/** The grade in a few words. */
export function findGradeTitle({ weakness, lines }: FindGrade): string {
  if (weakness) return lines ? 'Found' : 'Right weakness, other lines';
  return lines ? 'Right lines, other weakness' : 'Not found';
}

/** A weakness with its number, which no line end cuts in two: `SQL injection (CWE‑089)`. */
export function weaknessTitle(cwe: CweId): string {
  const name = cweName(cwe);
  const id = cwe.replace('-', '\u2011');
  return name === null ? id : `${name} (${id})`;
}
