import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeResult } from '../../../../src/core/share/index.ts';
import { classCsv } from '../../../../src/core/teach/class-csv.ts';
import { rollOf, type ExerciseRoll } from '../../../../src/core/teach/class-roll.ts';
import { csvOf } from '../../../../src/core/csv.ts';
import type { ExerciseResult } from '../../../../src/core/teach/exercise.ts';
import { fakeSample } from '../../../fakes/fake-dataset.ts';
import { EXERCISE, IDS, RESULT } from './exercises.ts';

function rollOfResult(result: ExerciseResult): ExerciseRoll {
  const encoded = encodeResult(result, IDS);
  const [roll] = rollOf(`#/a/${encoded.ok ? encoded.text : ''}`, IDS).exercises;
  if (roll === undefined) throw new Error('no roll');
  return roll;
}

/** A reader by RFC 4180, for the test alone. */
function read(csv: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

describe('CSV', () => {
  test('quotes commas, quotes and line breaks, and ends lines as RFC 4180 has them', () => {
    expect(csvOf([['a,b', 'say "hi"', 'two\nlines', 3]])).toBe(
      '"a,b","say ""hi""","two\nlines",3\r\n',
    );
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1'])(
    'lets no spreadsheet run %j as a formula',
    (text) => {
      expect(csvOf([[text]])).toMatch(/^"?'/);
    },
  );

  test('comes back for any texts', () => {
    const texts = fc.string({ unit: fc.constantFrom(...'a",;\r\n ö') });
    fc.assert(
      fc.property(fc.array(fc.array(texts, { minLength: 1 }), { minLength: 1 }), (rows) => {
        const back = read(csvOf(rows)).map((row) =>
          row.map((cell) => cell.replace(/^'(?=[\r\n])/, '')),
        );
        expect(back).toEqual(rows);
      }),
    );
  });
});

describe('the CSV of a class', () => {
  test('has what was claimed, what was seen and whether that matches', () => {
    const csv = classCsv(rollOfResult(RESULT), {
      seen: ({ sampleId }) => (sampleId === IDS[3] ? 'vulnerable' : null),
      sample: () => null,
    });
    const [head, row] = read(csv);
    const cells = Object.fromEntries((head ?? []).map((name, at) => [name, row?.[at]]));
    expect(cells).toMatchObject({
      exercise: 'Week 3: files and queries',
      student: 'Zoë Ñandú',
      'made (UTC)': '2026-11-06 21:20',
      answered: '2',
      [`${IDS[3]} claimed`]: 'secure',
      [`${IDS[3]} run again`]: 'vulnerable',
      [`${IDS[3]} check`]: 'mismatch',
      [`${IDS[4]} claimed`]: '',
      [`${IDS[5]} check`]: 'not run',
      [`${IDS[5]} tries`]: '1',
    });
  });

  test('has the outcomes of attacks', () => {
    const sampleId = IDS[0] ?? '';
    const attack = { kind: 'attack', sampleId, tries: 3, code: 'x' } as const;
    const result: ExerciseResult = {
      ...RESULT,
      exercise: { ...EXERCISE, mode: 'beat', sampleIds: [sampleId] },
      answers: [{ ...attack, outcome: 'beaten' }],
    };
    const csv = classCsv(rollOfResult(result), { seen: () => 'not-beaten', sample: () => null });
    expect(read(csv)[1]?.slice(-4)).toEqual(['beaten', 'not-beaten', 'mismatch', '3']);
  });

  test('has grades where weaknesses were to be found', () => {
    const sampleId = IDS[0] ?? '';
    const sample = fakeSample(sampleId);
    const result: ExerciseResult = {
      ...RESULT,
      exercise: { ...EXERCISE, mode: 'find', sampleIds: [sampleId] },
      answers: [{ kind: 'find', sampleId, cwe: sample.cwe, lines: [1] }],
    };
    const csv = classCsv(rollOfResult(result), { seen: () => null, sample: () => sample });
    expect(read(csv)[1]?.slice(-3)).toEqual([sample.cwe, 'yes', 'no']);
  });
});
