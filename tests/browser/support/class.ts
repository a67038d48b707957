import type { CodeAnswer, Exercise, ExerciseResult } from '../../../src/core/teach/exercise.ts';
import { source } from './exercises.ts';

/**
 * What a class sends back: every third student hands in the insecure code, the others the secure one. All code
 * is different, so all of it is run again.
 */
export function classResults(exercise: Exercise, students: number): readonly ExerciseResult[] {
  const digits = String(students).length;
  return Array.from({ length: students }, (_, index) => ({
    exercise,
    student: `Student ${String(index + 1).padStart(digits, '0')}`,
    // 6 November 2026, one a minute.
    minute: 29_900_000 + index,
    answers: exercise.sampleIds.map((sampleId) => codeAnswer(sampleId, index)),
  }));
}

function codeAnswer(sampleId: string, index: number): CodeAnswer {
  const insecure = index % 3 === 0;
  return {
    kind: 'code',
    sampleId,
    tries: 1 + (index % 7),
    verdict: insecure ? 'vulnerable' : 'secure',
    code: `${source(sampleId, insecure ? 'insecure.py' : 'secure.py')}# ${index}\n`,
  };
}
