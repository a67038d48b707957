import fc from 'fast-check';
import { ATTACK_OUTCOMES } from '../../../../src/core/teach/attack.ts';
import {
  MODES,
  type Answer,
  type Exercise,
  type ExerciseResult,
  type Mode,
} from '../../../../src/core/teach/exercise.ts';
import { VERDICTS } from '../../../../src/core/verdicts/verdict.ts';
import { IDS } from '../share/summaries.ts';

export const EXERCISE: Exercise = {
  title: 'Week 3: files and queries',
  mode: 'repair',
  helps: { weakness: 0, explanation: 3, tests: 5, solution: null },
  asksName: true,
  datasetVersion: '0123456789ab',
  sampleIds: IDS.slice(3, 6),
};

export const CODE = 'def solve(text):\n    return text  # secure\n';

export const RESULT: ExerciseResult = {
  exercise: EXERCISE,
  student: 'Zoë Ñandú',
  minute: 29_900_000,
  answers: [
    { kind: 'code', sampleId: IDS[3] ?? '', tries: 2, verdict: 'secure', code: CODE },
    { kind: 'code', sampleId: IDS[5] ?? '', tries: 1, verdict: 'vulnerable', code: '# 🔓\n' },
  ],
};

const rule = fc.option(fc.nat(14));

export const exercises: fc.Arbitrary<Exercise> = fc.record({
  title: fc.string({ unit: fc.constantFrom(...'aÄ🔒 <"='), maxLength: 20 }),
  mode: fc.constantFrom(...MODES),
  helps: fc.tuple(rule, rule, rule, rule).map(([weakness, explanation, tests, solution]) => ({
    weakness,
    explanation,
    tests,
    solution,
  })),
  asksName: fc.boolean(),
  datasetVersion: fc.string({
    unit: fc.constantFrom(...'0123456789abcdef'),
    minLength: 12,
    maxLength: 12,
  }),
  sampleIds: fc.subarray(IDS, { minLength: 1, maxLength: 30 }),
});

function answers(mode: Mode, sampleId: string): fc.Arbitrary<Answer> {
  return mode === 'find'
    ? fc.record({
        kind: fc.constant('find' as const),
        sampleId: fc.constant(sampleId),
        cwe: fc.constantFrom('CWE-020', 'CWE-089', 'CWE-1333'),
        lines: fc
          .uniqueArray(fc.integer({ min: 1, max: 4000 }), { maxLength: 3 })
          .map((lines) => lines.toSorted((a, b) => a - b)),
      })
    : runnableAnswers(mode, sampleId);
}

function runnableAnswers(mode: Mode, sampleId: string): fc.Arbitrary<Answer> {
  const fields = {
    sampleId: fc.constant(sampleId),
    tries: fc.nat(127),
    // Lone surrogates have no encoding; an editor turns line ends into \n.
    code: fc.string({ unit: 'grapheme', maxLength: 200 }),
  };
  return mode === 'beat'
    ? fc.record({
        ...fields,
        kind: fc.constant('attack' as const),
        outcome: fc.constantFrom(...ATTACK_OUTCOMES),
      })
    : fc.record({
        ...fields,
        kind: fc.constant('code' as const),
        verdict: fc.constantFrom(...VERDICTS),
      });
}

export const results: fc.Arbitrary<ExerciseResult> = exercises.chain((exercise) =>
  fc.record({
    exercise: fc.constant(exercise),
    student: fc.string({ unit: fc.constantFrom(...'annaÖ, "='), maxLength: 20 }),
    minute: fc.nat(2 ** 31 - 1),
    answers: fc
      .subarray([...exercise.sampleIds])
      .chain((ids) => fc.tuple(...ids.map((id) => answers(exercise.mode, id)))),
  }),
);

export { IDS };
