import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { deflateSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { packCodes, unpackCodes } from '../../../../src/core/share/code-blob.ts';
import { open, seal } from '../../../../src/core/share/envelope.ts';
import {
  decodeResult,
  encodeExercise,
  encodeResult,
  encodeRunSummary,
} from '../../../../src/core/share/index.ts';
import type { ExerciseResult } from '../../../../src/core/teach/exercise.ts';
import { CODE, EXERCISE, IDS, RESULT, results } from '../teach/exercises.ts';
import { SUMMARY } from './summaries.ts';

function linkOf(result: ExerciseResult): string {
  const encoded = encodeResult(result, IDS);
  if (!encoded.ok) throw new Error(encoded.reason);
  return encoded.text;
}

const LINK = linkOf(RESULT);

function reasonOf(text: string): string {
  const decoded = decodeResult(text, IDS);
  if (decoded.ok) return 'ok';
  expect(decoded.message).toMatch(/^This link .*\.$/);
  return decoded.reason;
}

describe('a result link', () => {
  test('gives back any result with its code', () => {
    fc.assert(
      fc.property(results, (result) => {
        expect(decodeResult(linkOf(result), IDS)).toEqual({ ok: true, result, unknown: 0 });
      }),
    );
  });

  test('of version 65 can be read for ever', () => {
    expect(LINK).toMatchInlineSnapshot(
      `"QQB8AEkwNfASNFZ4mrMq7KytZAZnRAzNLYyuZAwtzIQOLqyuTSyuYAYADYrI6USJvZLIHzJQHIPOAYtN-HVkGHIsLcyYd0gSAA8EAArAU1b4MH_KZK6U1DSF4vycslSNktSKEk0rLgUgKEotKS3KUwCJKCgoKxSnJpcWpXIBACDa1bw"`,
    );
  });

  test('leaves out the samples that this site does not have, and reads the codes of the others', () => {
    const known = IDS.filter((id) => id !== IDS[3]);
    const decoded = decodeResult(LINK, known);
    expect(decoded.ok && decoded.result.answers).toEqual(RESULT.answers.slice(1));
    expect(decoded.ok && decoded.unknown).toBe(1);
  });

  test('of code that fits in no link is refused', () => {
    const code = Array.from({ length: 70_000 }, (_, index) => (index * 7919) % 97).join('');
    const answers = RESULT.answers.map((answer) => ({ ...answer, code }));
    expect(encodeResult({ ...RESULT, answers }, IDS)).toEqual({ ok: false, reason: 'too-long' });
  });
});

describe('the length of a result link', () => {
  const programs = readdirSync('dataset')
    .filter((name) => name.startsWith('CWE-'))
    .flatMap((cwe) =>
      readdirSync(`dataset/${cwe}`).map((slug) =>
        readFileSync(`dataset/${cwe}/${slug}/secure.py`, 'utf8'),
      ),
    );

  test.each([
    [1, 900],
    [3, 2400],
    [5, 3700],
  ])('with the code of %i samples is below %i characters in half of all cases', (count, limit) => {
    const lengths = programs.map((_, start) => {
      const codes = Array.from(
        { length: count },
        (_unused, index) => programs[(start * 37 + index * 53) % programs.length] ?? '',
      );
      const sampleIds = IDS.slice(0, count);
      const answers = codes.map((code, index) => ({
        ...({ kind: 'code', verdict: 'secure', tries: 3 } as const),
        sampleId: IDS[index] ?? '',
        code,
      }));
      return linkOf({ ...RESULT, exercise: { ...EXERCISE, sampleIds }, answers }).length;
    });
    expect(lengths.toSorted((a, b) => a - b)[lengths.length >> 1]).toBeLessThan(limit);
  });
});

describe('a bad result link', () => {
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
    ['that holds an exercise', encodeExercise(EXERCISE, IDS), 'other-kind'],
    ['of a newer version', seal(66, new Uint8Array([1, 2, 3])), 'newer-version'],
    ['with nothing inside', seal(65, new Uint8Array()), 'damaged'],
    ['of a million characters', 'Q'.repeat(1_000_000), 'too-long'],
    ['that is empty', '', 'truncated'],
  ])('%s → %s', (_what, text, reason) => {
    expect(reasonOf(text)).toBe(reason);
  });

  test('about samples of another data set says so', () => {
    expect(decodeResult(LINK, ['CWE-999/other'])).toMatchObject({ reason: 'unknown-dataset' });
  });

  test('whose codes are longer or shorter than its fields say is damaged', () => {
    const opened = open(LINK);
    if (!opened.ok) throw new Error(opened.reason);
    const [high = 0, low = 0] = opened.payload;
    const head = opened.payload.subarray(0, 2 + ((high << 8) | low));
    for (const code of ['', CODE, CODE.repeat(1000)]) {
      const blob = packCodes([new TextEncoder().encode(code)]);
      const payload = new Uint8Array([...head, ...blob]);
      expect(reasonOf(seal(65, payload))).toBe('damaged');
    }
  });

  test('with a right checksum over any bytes is read or refused, and never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (payload) => {
        const decoded = decodeResult(seal(65, payload), IDS);
        if (decoded.ok) encodeResult(decoded.result, IDS);
      }),
      { numRuns: 2000 },
    );
  });

  test('with a right checksum over a changed link is read or refused, and never throws', () => {
    const opened = open(LINK);
    if (!opened.ok) throw new Error(opened.reason);
    const { payload } = opened;
    fc.assert(
      fc.property(fc.nat(payload.length - 1), fc.nat(255), (at, byte) => {
        const changed = payload.slice();
        changed[at] = byte;
        const decoded = decodeResult(seal(65, changed), IDS);
        if (decoded.ok) encodeResult(decoded.result, IDS);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('packed codes', () => {
  test('that would swell to 50 megabytes take no more room than they said', () => {
    const bomb = deflateSync(new Uint8Array(50_000_000), { level: 9 });
    expect(unpackCodes(bomb, [100])).toBeNull();
  });

  test('come back for any texts', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), (codes) => {
        const bytes = codes.map((code) => new TextEncoder().encode(code));
        const lengths = bytes.map(({ length }) => length);
        expect(unpackCodes(packCodes(bytes), lengths)).toEqual(codes);
      }),
    );
  });
});
