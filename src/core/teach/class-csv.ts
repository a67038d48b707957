import type { SampleId, Sample } from '../dataset/sample.ts';
import { assertNever } from '../assert-never.ts';
import type { Verdict } from '../verdicts/verdict.ts';
import type { AttackOutcome } from './attack.ts';
import { checkOf } from './check.ts';
import { answerOf, type ExerciseRoll, type StudentRow } from './class-roll.ts';
import { csvOf } from '../csv.ts';
import { claimOf, type Answer, type RunnableAnswer } from './exercise.ts';
import { gradeFind } from './find-weakness.ts';

export interface ClassCsvOptions {
  /** What running an answer again came to; null where that wasn't done. */
  seen(answer: RunnableAnswer): Verdict | AttackOutcome | null;
  sample(id: SampleId): Sample | null;
}

/** The table of one exercise: a line per student, four columns per sample (three to find a weakness). */
export function classCsv({ exercise, rows }: ExerciseRoll, options: ClassCsvOptions): string {
  const finds = exercise.mode === 'find';
  const perSample = finds
    ? ['weakness named', 'right weakness', 'right line']
    : ['claimed', 'run again', 'check', 'tries'];
  const head = [
    'exercise',
    'student',
    'made (UTC)',
    'answered',
    ...exercise.sampleIds.flatMap((id) => perSample.map((column) => `${id} ${column}`)),
  ];
  const line = (row: StudentRow): readonly (string | number)[] => {
    const { result } = row.submission;
    return [
      exercise.title,
      row.student,
      new Date(result.minute * 60_000).toISOString().slice(0, 16).replace('T', ' '),
      result.answers.length,
      ...exercise.sampleIds.flatMap((id) => {
        const answer = answerOf(row, id);
        return answer === null ? perSample.map(() => '') : cellsOf(answer, options);
      }),
    ];
  };
  return csvOf([head, ...rows.map(line)]);
}

function cellsOf(answer: Answer, { seen, sample }: ClassCsvOptions): readonly (string | number)[] {
  switch (answer.kind) {
    case 'code':
    case 'attack': {
      const [claim, again] = [claimOf(answer), seen(answer)];
      const check = again === null ? 'not run' : checkOf(claim, again);
      return [claim, again ?? '', check, answer.tries];
    }
    case 'find': {
      const known = sample(answer.sampleId);
      if (known === null) return [answer.cwe, '', ''];
      const grade = gradeFind(answer, known);
      return [answer.cwe, grade.weakness ? 'yes' : 'no', grade.lines ? 'yes' : 'no'];
    }
    default:
      return assertNever(answer);
  }
}
