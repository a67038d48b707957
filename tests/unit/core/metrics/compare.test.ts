import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareRuns, correctedPs, countVerdicts } from '../../../../src/core/metrics/index.ts';
import { holm, mcNemar, signFlip } from '../../../../src/core/metrics/paired-tests.ts';
import { roundsIn, verdictAfter } from '../../../../src/core/metrics/rounds.ts';
import type { Verdict } from '../../../../src/core/verdicts/verdict.ts';

/** A run of samples `CWE-022/0`, `CWE-022/1`, …, each with these verdicts. */
function run(verdicts: readonly (readonly Verdict[])[], k = 1) {
  const samples = verdicts.map((ofSample, index) => ({
    sampleId: `CWE-022/${String(index).padStart(3, '0')}`,
    cwe: 'CWE-022',
    counts: countVerdicts(ofSample),
  }));
  return { samples, k };
}

const S: readonly Verdict[] = ['secure'];
const V: readonly Verdict[] = ['vulnerable'];
const U: readonly Verdict[] = ['inconclusive'];

describe('a comparison of two runs', () => {
  test('takes the difference over the common samples', () => {
    const { difference, common } = compareRuns(run([S, V, V, V]), run([S, S, S]));
    expect(difference).toBeCloseTo(2 / 3, 12);
    expect(common).toEqual(['CWE-022/000', 'CWE-022/001', 'CWE-022/002']);
  });

  test('names the samples that one of the runs did not measure', () => {
    const { left } = compareRuns(run([S, U, V, S]), run([S, S, V]));
    expect(left).toEqual({ first: ['CWE-022/001', 'CWE-022/003'], second: ['CWE-022/001'] });
  });

  test('lists which samples flipped, the largest change first', () => {
    const first = run([
      ['secure', 'vulnerable'],
      ['vulnerable', 'vulnerable'],
      ['secure', 'secure'],
    ]);
    const second = run([
      ['secure', 'secure'],
      ['secure', 'secure'],
      ['secure', 'vulnerable'],
    ]);
    const { gained, lost } = compareRuns(first, second);
    expect(gained.map(({ sampleId }) => sampleId)).toEqual(['CWE-022/001', 'CWE-022/000']);
    expect(lost).toEqual([{ sampleId: 'CWE-022/002', first: 1, second: 0.5 }]);
  });

  test('uses McNemar for single attempts and sign flips for several', () => {
    expect(compareRuns(run([S, V]), run([V, S])).test).toEqual({ method: 'mcnemar', p: 1 });
    const several = run([['secure', 'secure'], V]);
    expect(compareRuns(several, run([V, S])).test?.method).toBe('sign-flip');
  });

  test('has no interval below 20 common samples, and says nothing without any', () => {
    const nineteen = run(Array(19).fill(S));
    expect(compareRuns(nineteen, nineteen).interval).toBeNull();
    expect(compareRuns(run([U]), run([S]))).toMatchObject({ difference: null, test: null });
  });

  test('does not claim certainty where no sample changed', () => {
    const same = run(Array(20).fill(S));
    const { interval } = compareRuns(same, same);
    expect(interval?.high).toBeCloseTo(1 - 0.025 ** (1 / 20), 12);
    expect(interval?.low).toBe(-(interval?.high ?? 0));
  });

  test('compares a strategy that sees tests with as many tries of the plain one', () => {
    const plain = run(
      [
        ['secure', 'vulnerable', 'vulnerable'],
        ['vulnerable', 'vulnerable', 'vulnerable'],
      ],
      3,
    );
    expect(compareRuns(plain, run([S, S])).difference).toBe(0.5);
  });

  test('the other way round gives the opposite difference and the same p', () => {
    const verdict = fc.constantFrom<Verdict>('secure', 'vulnerable', 'incorrect');
    const verdicts = fc.array(fc.array(verdict, { minLength: 1, maxLength: 3 }), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(verdicts, verdicts, (one, other) => {
        const [there, back] = [
          compareRuns(run(one), run(other)),
          compareRuns(run(other), run(one)),
        ];
        expect(there.difference).toBeCloseTo(-(back.difference ?? 0), 12);
        expect(there.test?.p).toBeCloseTo(back.test?.p ?? -1, 12);
        expect(there.gained.length).toBe(back.lost.length);
      }),
      { numRuns: 60 },
    );
  });
});

/** Binomial coefficient by Pascal's rule. */
function choose(n: number, k: number): number {
  return k === 0 || k === n ? 1 : choose(n - 1, k - 1) + choose(n - 1, k);
}

describe("McNemar's exact test", () => {
  test('agrees with the binomial sum', () => {
    for (let gained = 0; gained <= 9; gained += 1) {
      for (let lost = 0; lost <= 9; lost += 1) {
        const n = gained + lost;
        let tail = 0;
        for (let i = 0; i <= Math.min(gained, lost); i += 1) tail += choose(n, i) / 2 ** n;
        expect(mcNemar(gained, lost)).toBeCloseTo(Math.min(1, 2 * tail), 12);
      }
    }
  });

  test('is 1 where nothing changed, and 0.0625 for five changes one way', () => {
    expect(mcNemar(0, 0)).toBe(1);
    expect(mcNemar(5, 0)).toBeCloseTo(0.0625, 12);
  });

  test('does not lose itself with thousands of pairs', () => {
    expect(mcNemar(3000, 3000)).toBe(1);
    expect(mcNemar(3200, 2800)).toBeGreaterThan(1e-8);
    expect(mcNemar(3200, 2800)).toBeLessThan(1e-5);
  });
});

describe('the sign-flip test', () => {
  test('equals McNemar where every difference is one', () => {
    for (const [gained, lost] of [
      [5, 0],
      [6, 2],
      [3, 3],
      [9, 1],
    ] as const) {
      const differences = [...Array<number>(gained).fill(1), ...Array<number>(lost).fill(-1), 0];
      expect(signFlip(differences)).toBeCloseTo(mcNemar(gained, lost), 12);
    }
  });

  test('is near the exact value where it draws at random, and repeats its digits', () => {
    const differences = [...Array<number>(14).fill(1), ...Array<number>(4).fill(-1)];
    expect(signFlip(differences)).toBeCloseTo(mcNemar(14, 4), 2);
    expect(signFlip(differences)).toBe(signFlip(differences));
  });
});

describe("Holm's correction", () => {
  test('counts only the comparisons that were tested, and keeps their places', () => {
    const changed = compareRuns(run(Array(6).fill(V)), run(Array(6).fill(S)));
    const untested = compareRuns(run([U]), run([S]));
    const ps = correctedPs([null, changed, untested, changed]);
    expect([...ps.keys()]).toEqual([1, 3]);
    expect(ps.get(3)).toBeCloseTo(2 * mcNemar(6, 0), 12);
  });

  test('multiplies the smallest p by the number of comparisons, and never goes down', () => {
    expect(holm([0.01, 0.04, 0.03])).toEqual([0.03, 0.06, 0.06]);
    expect(holm([0.5, 0.9])).toEqual([1, 1]);
    expect(holm([])).toEqual([]);
  });
});

describe('rounds', () => {
  const attempt = {
    verdict: 'secure' as const,
    earlier: [{ verdict: 'incorrect' as const }, { verdict: 'vulnerable' as const }],
  };

  test('an attempt is judged as it stood after each round', () => {
    expect([0, 1, 2, 3].map((round) => verdictAfter(attempt, round))).toEqual([
      'incorrect',
      'vulnerable',
      'secure',
      'secure',
    ]);
  });

  test('the longest attempt says how many there were', () => {
    expect(roundsIn([{ verdict: 'secure' }, attempt])).toBe(2);
    expect(roundsIn([])).toBe(0);
  });
});
