import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seal } from '../../../../src/core/share/envelope.ts';
import {
  decodeExercise,
  encodeExercise,
  encodeRunSummary,
} from '../../../../src/core/share/index.ts';
import { EXERCISE, exercises, IDS } from '../teach/exercises.ts';
import { SUMMARY } from './summaries.ts';

const LINK = encodeExercise(EXERCISE, IDS);

function reasonOf(text: string): string {
  const decoded = decodeExercise(text, IDS);
  if (decoded.ok) return 'ok';
  expect(decoded.message).toMatch(/^This link .*\.$/);
  return decoded.reason;
}

describe('an exercise link', () => {
  test('gives back any exercise of 1 to 30 samples, in fewer than 500 characters', () => {
    fc.assert(
      fc.property(exercises, (exercise) => {
        const text = encodeExercise(exercise, IDS);
        expect(decodeExercise(text, IDS)).toEqual({ ok: true, exercise, unknown: 0 });
        expect(text).toMatch(/^[A-Za-z0-9_-]{20,499}$/);
      }),
    );
  });

  test('of version 33 can be read for ever', () => {
    expect(LINK).toMatchInlineSnapshot(
      `"IQAxMDXwEjRWeJqzKuysrWQGZ0QMzS2MrmQMLcyEDi6srk0srmAGAA2KyOlEib2SyB8yUFGTe3M"`,
    );
  });

  test('says how many of its samples this site does not have', () => {
    expect(decodeExercise(LINK, IDS.slice(0, 5))).toMatchObject({
      exercise: { sampleIds: IDS.slice(3, 5) },
      unknown: 1,
    });
  });

  test('can not hold a sample twice', () => {
    const twice = { ...EXERCISE, sampleIds: [IDS[0] ?? '', IDS[0] ?? ''] };
    expect(() => encodeExercise(twice, IDS)).toThrow(RangeError);
  });
});

describe('a bad exercise link', () => {
  test('that is cut anywhere is called cut off', () => {
    for (let length = 0; length < LINK.length; length += 1) {
      expect(reasonOf(LINK.slice(0, length))).toBe('truncated');
    }
  });

  test('with one other character is found', () => {
    for (let index = 4; index < LINK.length; index += 1) {
      const other = LINK[index] === 'A' ? 'B' : 'A';
      expect(reasonOf(LINK.slice(0, index) + other + LINK.slice(index + 1))).toBe('damaged');
    }
  });

  test.each([
    ['that holds a run', encodeRunSummary(SUMMARY, IDS), 'other-kind'],
    ['that holds a result', seal(65, new Uint8Array([1, 2, 3])), 'other-kind'],
    ['of a newer version', seal(34, new Uint8Array([1, 2, 3])), 'newer-version'],
    ['with nothing inside', seal(33, new Uint8Array()), 'damaged'],
    ['of a million characters', 'I'.repeat(1_000_000), 'too-long'],
    ['that is empty', '', 'truncated'],
    ['with markup', '<img src=x onerror=alert(1)>', 'damaged'],
  ])('%s → %s', (_what, text, reason) => {
    expect(reasonOf(text)).toBe(reason);
  });

  test('about samples of another data set says so', () => {
    expect(decodeExercise(LINK, ['CWE-999/other'])).toMatchObject({ reason: 'unknown-dataset' });
  });

  test('with a right checksum over any bytes is read or refused, and never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (payload) => {
        const decoded = decodeExercise(seal(33, payload), IDS);
        if (decoded.ok) expect(encodeExercise(decoded.exercise, IDS)).toMatch(/./);
      }),
      { numRuns: 2000 },
    );
  });
});
