import { describe, expect, test } from 'vitest';
import { encodeExercise, encodeResult } from '../../../../src/core/share/index.ts';
import { checkOf } from '../../../../src/core/teach/check.ts';
import { answerOf, rollOf } from '../../../../src/core/teach/class-roll.ts';
import type { ExerciseResult } from '../../../../src/core/teach/exercise.ts';
import { EXERCISE, IDS, RESULT } from './exercises.ts';

function link(result: ExerciseResult): string {
  const encoded = encodeResult(result, IDS);
  if (!encoded.ok) throw new Error(encoded.reason);
  return `https://example.org/#/a/${encoded.text}`;
}

const by = (student: string, minute = 100): ExerciseResult => ({ ...RESULT, student, minute });

describe('the roll of a class', () => {
  test('has a row for each of 200 students', () => {
    const names = Array.from(
      { length: 200 },
      (_, index) => `Student ${String(index).padStart(3, '0')}`,
    );
    const roll = rollOf(names.map((name) => link(by(name))).join('\n'), IDS);
    expect(roll.exercises).toHaveLength(1);
    expect(roll.exercises[0]?.rows.map(({ student }) => student)).toEqual(names);
    expect(roll.bad).toEqual([]);
  });

  test('counts the newest link of a name and names the older ones', () => {
    const text = [by('Zoë', 5), by(' zoë ', 9), by('Zoë', 7)].map(link).join('\n');
    const [row, ...more] = rollOf(text, IDS).exercises[0]?.rows ?? [];
    expect(more).toEqual([]);
    expect(row?.submission.result.minute).toBe(9);
    expect(row?.others.map(({ result }) => result.minute)).toEqual([7, 5]);
  });

  test('gives every link a row of its own where that is wanted', () => {
    const text = [by('Zoë', 5), by('Zoë', 9)].map(link).join('\n');
    expect(rollOf(text, IDS, 'all').exercises[0]?.rows).toHaveLength(2);
  });

  test('counts copies of the same link once', () => {
    const rows = rollOf(`${link(RESULT)}\n${link(RESULT)}`, IDS).exercises[0]?.rows ?? [];
    expect(rows.map(({ submission }) => submission.copies)).toEqual([2]);
  });

  test('never takes links without a name for one student', () => {
    const rows = rollOf([by('', 1), by('', 2)].map(link).join('\n'), IDS).exercises[0]?.rows;
    expect(rows?.map(({ key }) => key)).toEqual(['line 1 1', 'line 2 2']);
  });

  test('keeps exercises apart', () => {
    const other = { ...RESULT, exercise: { ...EXERCISE, title: 'Week 4' } };
    const titles = rollOf(`${link(RESULT)} ${link(other)}`, IDS).exercises.map(
      ({ exercise }) => exercise.title,
    );
    expect(titles).toEqual(['Week 3: files and queries', 'Week 4']);
  });

  test('names damaged links by their line and by what stands before them', () => {
    const roll = rollOf(`Max: ${link(RESULT)}\nZoë: ${link(RESULT).slice(0, -5)}`, IDS);
    expect(roll.bad).toMatchObject([{ link: { line: 2, before: 'Zoë:' }, reason: 'truncated' }]);
    expect(roll.exercises[0]?.rows).toHaveLength(1);
    expect(roll.found).toBe(2);
  });

  test('tells links that are no results', () => {
    const roll = rollOf(`https://example.org/#/x/${encodeExercise(EXERCISE, IDS)}`, IDS);
    expect(roll.otherLinks).toMatchObject([{ kind: 'exercise' }]);
    expect(roll.found).toBe(0);
  });

  test('has no answer where a student left a sample out', () => {
    const [row] = rollOf(link(RESULT), IDS).exercises[0]?.rows ?? [];
    expect(row && answerOf(row, IDS[3] ?? '')).toMatchObject({ verdict: 'secure' });
    expect(row && answerOf(row, IDS[4] ?? '')).toBeNull();
  });
});

describe('an answer that was run again', () => {
  test.each([
    ['secure', 'secure', 'verified'],
    ['secure', 'vulnerable', 'mismatch'],
    ['vulnerable', 'secure', 'mismatch'],
    ['secure', 'inconclusive', 'unknown'],
    ['inconclusive', 'inconclusive', 'unknown'],
  ] as const)('claimed %s, seen %s → %s', (claimed, seen, check) => {
    expect(checkOf(claimed, seen)).toBe(check);
  });
});
