import type { SampleId } from '../dataset/sample.ts';
import { fnv1a, mix32 } from '../random/derive-seed.ts';
import type { Verdict } from '../verdicts/verdict.ts';
import type { AttackOutcome } from './attack.ts';

/**
 * What a student does with each sample: write code for the problem, repair the insecure code, say which
 * weakness that code has and where, or beat it with an input that shows the weakness.
 */
export type Mode = 'write' | 'repair' | 'find' | 'beat';

/** Every mode once, in the order in which the page lists them. */
export const MODES: readonly Mode[] = ['write', 'repair', 'find', 'beat'];

/** What may be shown besides the problem. */
export type Help = 'weakness' | 'explanation' | 'tests' | 'solution';

/** Every help once, in the order in which the page lists them. */
export const HELPS: readonly Help[] = ['weakness', 'explanation', 'tests', 'solution'];

/** When a help is shown: after this many tries (0: from the start), or never (null). */
export type HelpRule = number | null;

/** What a teacher sends to a class. */
export interface Exercise {
  readonly title: string;
  readonly mode: Mode;
  /** Without meaning in the mode `find`, where the answer is shown after it was given. */
  readonly helps: Readonly<Record<Help, HelpRule>>;
  /** Whether the student is asked for a name. */
  readonly asksName: boolean;
  /** The first 12 hex digits of the data set's version. */
  readonly datasetVersion: string;
  /** 1 to `MAX_SAMPLES`, each once, in the order of the ids. */
  readonly sampleIds: readonly SampleId[];
}

/** What a visitor does on a sample's own page: an exercise that nobody sent, without help and without a link. */
export function practice(sampleId: SampleId, mode: 'write' | 'repair'): Exercise {
  return {
    title: '',
    mode,
    helps: { weakness: null, explanation: null, tests: null, solution: null },
    asksName: false,
    // Drafts outlive a new version of the data set.
    datasetVersion: '',
    sampleIds: [sampleId],
  };
}

/** More would be no exercise, and its results no link. */
export const MAX_SAMPLES = 30;

/** The largest number of tries that a help can wait for. */
export const MAX_TRIES_BEFORE_HELP = 14;

/** Whether a help is shown to a student with this many tries. Who has solved it needs to wait no longer. */
export function isHelpShown(rule: HelpRule, tries: number, solved: boolean): boolean {
  return rule !== null && (solved || tries >= rule);
}

/** 16 hex digits that tell exercises apart; the same on every device and in every version of the site. */
export function exerciseKey(exercise: Exercise): string {
  const { title, mode, helps, asksName, datasetVersion, sampleIds } = exercise;
  const rules = HELPS.map((help) => helps[help]);
  const text = JSON.stringify([title, mode, rules, asksName, datasetVersion, sampleIds]);
  return [fnv1a(text), fnv1a(`${text}.`)]
    .map((hash) => mix32(hash).toString(16).padStart(8, '0'))
    .join('');
}

/** Code that a student wrote, with the verdict of the student's own browser. */
export interface CodeAnswer {
  readonly kind: 'code';
  readonly sampleId: SampleId;
  /** How often the tests were run, at most `MAX_TRIES`. */
  readonly tries: number;
  readonly verdict: Verdict;
  readonly code: string;
}

/** What a student says of insecure code. */
export interface FindAnswer {
  readonly kind: 'find';
  readonly sampleId: SampleId;
  readonly cwe: string;
  /** Rising numbers of marked lines, counted from 1; at most `MAX_LINES`. */
  readonly lines: readonly number[];
}

/** A test that a student wrote against insecure code, with the outcome in the student's own browser. */
export interface AttackAnswer {
  readonly kind: 'attack';
  readonly sampleId: SampleId;
  /** As of code. */
  readonly tries: number;
  readonly outcome: AttackOutcome;
  readonly code: string;
}

export type Answer = CodeAnswer | FindAnswer | AttackAnswer;

/** What can be run again by whoever gets it. */
export type RunnableAnswer = CodeAnswer | AttackAnswer;

export function isRunnable(answer: Answer): answer is RunnableAnswer {
  return answer.kind !== 'find';
}

/** What a runnable answer claims to be. */
export function claimOf(answer: RunnableAnswer): Verdict | AttackOutcome {
  return answer.kind === 'code' ? answer.verdict : answer.outcome;
}

/** More tries are counted as this many. */
export const MAX_TRIES = 127;

/** As many lines can be marked: with more, marking everything would always hit. */
export const MAX_LINES = 3;

/** What a student sends back. All of it is what the student's browser says. */
export interface ExerciseResult {
  readonly exercise: Exercise;
  /** Empty where no name was asked for. */
  readonly student: string;
  /** When the link was made: whole minutes since 1970. */
  readonly minute: number;
  /** In the order of the exercise; samples without an answer are missing. */
  readonly answers: readonly Answer[];
}
