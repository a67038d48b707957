import type { SampleId } from '../dataset/sample.ts';
import { groupBy } from '../group-by.ts';
import { decodeResult } from '../share/decode-result.ts';
import type { LinkProblem } from '../share/link-problem.ts';
import { exerciseKey, type Answer, type Exercise, type ExerciseResult } from './exercise.ts';
import { findLinks, type FoundLink } from './find-links.ts';

/** A result link that was read. */
export interface Submission {
  readonly result: ExerciseResult;
  /** Where its first copy stands in the pasted text. */
  readonly line: number;
  readonly before: string;
  /** How often the very same link was pasted. */
  readonly copies: number;
  /** Samples of the exercise that this site doesn't have. */
  readonly unknown: number;
}

/** One line of the class's table. */
export interface StudentRow {
  /** Tells the rows of an exercise apart. */
  readonly key: string;
  readonly student: string;
  readonly submission: Submission;
  /** Other links under the same name, the newest first; they aren't counted. */
  readonly others: readonly Submission[];
}

export interface ExerciseRoll {
  readonly key: string;
  readonly exercise: Exercise;
  readonly rows: readonly StudentRow[];
}

export interface BadLink {
  readonly link: FoundLink;
  readonly reason: LinkProblem;
  readonly message: string;
}

/** All that a pasted text says of a class. */
export interface ClassRoll {
  readonly exercises: readonly ExerciseRoll[];
  readonly bad: readonly BadLink[];
  /** Links of this site that are no results of exercises. */
  readonly otherLinks: readonly FoundLink[];
  /** How many result links were found, with copies and bad ones. */
  readonly found: number;
}

/** `newest`: of several links under one name the newest counts. `all`: each link is a row of its own. */
export type SameName = 'newest' | 'all';

/**
 * Reads every result link in a text and puts them together by exercise and student. Nothing is run.
 * @param knownIds the ids of the whole data set.
 */
export function rollOf(
  text: string,
  knownIds: readonly SampleId[],
  sameName: SameName = 'newest',
): ClassRoll {
  const links = findLinks(text);
  const results = links.filter(({ kind }) => kind === 'result');
  const submissions: Submission[] = [];
  const bad: BadLink[] = [];
  for (const same of groupBy(results, ({ payload }) => payload).values()) {
    const [first] = same;
    if (first === undefined) continue;
    const decoded = decodeResult(first.payload, knownIds);
    if (!decoded.ok) {
      const { reason, message } = decoded;
      bad.push(...same.map((link) => ({ link, reason, message })));
      continue;
    }
    const { result, unknown } = decoded;
    const { line, before } = first;
    submissions.push({ result, line, before, copies: same.length, unknown });
  }
  const byExercise = groupBy(submissions, ({ result }) => exerciseKey(result.exercise));
  return {
    exercises: [...byExercise].flatMap(([key, ofExercise]) => {
      const exercise = ofExercise[0]?.result.exercise;
      return exercise === undefined ? [] : [{ key, exercise, rows: rowsOf(ofExercise, sameName) }];
    }),
    bad,
    otherLinks: links.filter(({ kind }) => kind !== 'result'),
    found: results.length,
  };
}

function rowsOf(submissions: readonly Submission[], sameName: SameName): readonly StudentRow[] {
  const groups =
    sameName === 'all'
      ? submissions.map((submission) => [submission])
      : [...groupBy(submissions, identityOf).values()];
  return groups
    .flatMap((group): StudentRow[] => {
      const [submission, ...others] = group.toSorted((a, b) => b.result.minute - a.result.minute);
      if (submission === undefined) return [];
      const key = `${identityOf(submission)} ${submission.line}`;
      return [{ key, student: submission.result.student.trim(), submission, others }];
    })
    .toSorted(
      (a, b) => a.student.localeCompare(b.student, 'en') || a.submission.line - b.submission.line,
    );
}

/** Who sent a link, however the name was typed. Links without a name are never taken for one student's. */
function identityOf({ result, line }: Submission): string {
  const name = result.student.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
  return name === '' ? `line ${line}` : `name ${name}`;
}

/** The answer of a row to a sample, or null where there is none. */
export function answerOf(row: StudentRow, sampleId: SampleId): Answer | null {
  return row.submission.result.answers.find((answer) => answer.sampleId === sampleId) ?? null;
}
