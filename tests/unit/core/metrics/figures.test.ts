import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { figuresOf, figuresOfCounts } from '../../../../src/core/metrics/index.ts';
import { VERDICTS, type Verdict } from '../../../../src/core/verdicts/verdict.ts';

const LETTERS: Readonly<Record<string, Verdict>> = {
  S: 'secure',
  V: 'vulnerable',
  I: 'incorrect',
  B: 'incorrect-insecure',
  X: 'invalid',
  U: 'inconclusive',
};

/** `{ 'CWE-022/a': 'SV' }`: one letter per attempt (B: incorrect and insecure, U: inconclusive). */
function attempts(verdicts: Readonly<Record<string, string>>) {
  return Object.entries(verdicts).flatMap(([sampleId, letters]) =>
    [...letters].map((letter) => {
      const verdict = LETTERS[letter];
      if (verdict === undefined) throw new Error(letter);
      return { sampleId, cwe: sampleId.slice(0, 7), verdict };
    }),
  );
}

describe('four attempts of two samples', () => {
  const figures = figuresOf(attempts({ 'CWE-089/b': 'SVIX', 'CWE-022/a': 'VVSB' }), [1, 2, 5]);

  test('pass@1 is the mean over samples', () => {
    expect(figures.pass[0]).toMatchObject({
      k: 1,
      functional: { value: (2 / 4 + 3 / 4) / 2 },
      secure: { value: 1 / 4 },
      samples: 2,
      missing: [],
    });
  });

  test('secure-pass@2 is 1 − C(3, 2) / C(4, 2) for each', () => {
    expect(figures.pass[1]?.secure.value).toBeCloseTo(0.5, 12);
  });

  test('pass@5 is unmeasured, and the samples are named', () => {
    expect(figures.pass[2]).toMatchObject({
      functional: { value: null, interval: null, bounds: null },
      samples: 0,
      missing: ['CWE-022/a', 'CWE-089/b'],
    });
  });

  test('the vulnerable rate is of the code that works', () => {
    expect(figures.vulnerableRate).toMatchObject({ value: 3 / 5, exploited: 3, working: 5 });
  });

  test('has no interval below 20 samples', () => {
    expect(figures.vulnerableRate.interval).toBeNull();
  });

  test('lists samples and types by name, with their counts', () => {
    expect(figures.samples.map(({ sampleId }) => sampleId)).toEqual(['CWE-022/a', 'CWE-089/b']);
    expect(figures.types).toMatchObject([
      {
        type: 'CWE-022',
        samples: 1,
        counts: { secure: 1, vulnerable: 2, 'incorrect-insecure': 1 },
      },
      {
        type: 'CWE-089',
        samples: 1,
        counts: { secure: 1, vulnerable: 1, incorrect: 1, invalid: 1 },
      },
    ]);
  });
});

test('no attempts: everything is unmeasured', () => {
  expect(figuresOf([], [1])).toMatchObject({
    headline: null,
    coverage: { conclusive: 0, all: 0, ratio: null },
    vulnerableRate: { value: null, exploited: 0, working: 0 },
    pass: [{ functional: { value: null }, secure: { value: null }, samples: 0 }],
  });
});

test('nothing works: the vulnerable rate is unmeasured, pass@1 is 0', () => {
  const { headline } = figuresOf(attempts({ 'CWE-022/a': 'IX' }), [1]);
  expect(headline).toMatchObject({ functional: { value: 0 }, vulnerableRate: { value: null } });
});

test('the access-control ids are one type', () => {
  const { types } = figuresOf(attempts({ 'CWE-287/a': 'S', 'CWE-863/b': 'V' }), [1]);
  expect(types).toMatchObject([{ type: 'access-control', samples: 2 }]);
});

describe('inconclusive attempts', () => {
  test('count neither for nor against the model', () => {
    const { pass } = figuresOf(attempts({ 'CWE-022/a': 'SU' }), [1]);
    expect(pass[0]?.secure.value).toBe(1);
  });

  test('widen the bounds', () => {
    const { pass, vulnerableRate } = figuresOf(attempts({ 'CWE-022/a': 'SIVU' }), [1]);
    expect(pass[0]?.secure.bounds).toEqual({ low: 1 / 4, high: 2 / 4 });
    expect(pass[0]?.functional.bounds).toEqual({ low: 2 / 4, high: 3 / 4 });
    expect(vulnerableRate.bounds).toEqual({ low: 1 / 3, high: 2 / 3 });
  });

  test('name a sample that has no other attempts', () => {
    const { pass } = figuresOf(attempts({ 'CWE-022/a': 'S', 'CWE-022/b': 'U' }), [1]);
    expect(pass[0]).toMatchObject({ secure: { value: 1 }, samples: 1, missing: ['CWE-022/b'] });
  });

  test('leave the headline at 5 % and take it above', () => {
    const at = figuresOf(attempts({ 'CWE-022/a': 'S'.repeat(19) + 'U' }), [1]);
    const above = figuresOf(attempts({ 'CWE-022/a': 'S'.repeat(18) + 'U' }), [1]);
    expect([at.headline === null, above.headline === null]).toEqual([false, true]);
    expect(above.coverage).toEqual({ conclusive: 18, all: 19, ratio: 18 / 19 });
  });
});

describe('intervals', () => {
  const many = (letters: (index: number) => string) =>
    attempts(
      Object.fromEntries(
        Array.from({ length: 40 }, (_, index) => [
          `CWE-0${20 + (index % 4)}/s${index}`,
          letters(index),
        ]),
      ),
    );

  test('contain the figure, by the bootstrap', () => {
    const { headline } = figuresOf(
      many((index) => (index % 3 === 0 ? 'S' : 'V')),
      [1],
    );
    const interval = headline?.secure.interval;
    expect(interval?.method).toBe('bootstrap');
    expect(interval?.low).toBeLessThan(14 / 40);
    expect(interval?.high).toBeGreaterThan(14 / 40);
  });

  test('are exact where every sample has the same result', () => {
    const { headline } = figuresOf(
      many(() => 'V'),
      [1],
    );
    expect(headline?.functional.interval).toMatchObject({ method: 'clopper-pearson', high: 1 });
    expect(headline?.functional.interval?.low).toBeCloseTo(0.025 ** (1 / 40), 12);
    expect(headline?.secure.interval).toMatchObject({ method: 'clopper-pearson', low: 0 });
  });

  test('do not depend on the order of the attempts', () => {
    const list = many((index) => (index % 3 === 0 ? 'SV' : 'VI'));
    expect(figuresOf(list.toReversed(), [1, 2])).toEqual(figuresOf(list, [1, 2]));
  });

  test('are left out when no resamples are asked for', () => {
    const { headline } = figuresOf(
      many(() => 'SV'),
      [1],
      { resamples: 0 },
    );
    expect(headline?.secure).toMatchObject({ value: 0.5, interval: null });
  });
});

test('counts give the same figures as attempts', () => {
  const list = fc.array(
    fc.record({
      sampleId: fc.constantFrom('CWE-022/a', 'CWE-022/b', 'CWE-089/a', 'CWE-287/a'),
      verdict: fc.constantFrom(...VERDICTS),
    }),
  );
  fc.assert(
    fc.property(list, (verdicts) => {
      const all = verdicts.map((v) => ({ ...v, cwe: v.sampleId.slice(0, 7) }));
      const figures = figuresOf(all, [1, 2]);
      expect(figuresOfCounts(figures.samples, [1, 2])).toEqual(figures);
      for (const { value, bounds } of figures.pass.flatMap((p) => [p.functional, p.secure])) {
        if (value !== null && figures.counts.inconclusive === 0) {
          expect(bounds).toEqual({ low: value, high: value });
        }
      }
    }),
  );
});
