import { describe, expect, test } from 'vitest';
import {
  bootstrap,
  clopperPearsonAtEdge,
  quantile,
} from '../../../../src/core/metrics/interval.ts';
import { sfc32 } from '../../../../src/core/random/sfc32.ts';

/** Samples of pass@1 with one attempt each: stratum and 0 or 1. */
function samplesOf(strata: Readonly<Record<string, readonly number[]>>) {
  return Object.entries(strata).flatMap(([stratum, values]) =>
    values.map((part) => ({ stratum, shares: [{ part, whole: 1 }] })),
  );
}

describe('the bootstrap', () => {
  test('gives the same digits every time', () => {
    const samples = samplesOf({ a: [1, 0, 1, 1, 0], b: [0, 0, 1, 0, 1] });
    expect(bootstrap(samples)).toEqual(bootstrap(samples));
  });

  test('comes near the normal interval of a proportion', () => {
    const values = Array.from({ length: 400 }, (_, index) => (index % 4 === 0 ? 1 : 0));
    const [interval] = bootstrap(samplesOf({ a: values }));
    const half = 1.96 * Math.sqrt((0.25 * 0.75) / 400);
    expect(interval?.low).toBeCloseTo(0.25 - half, 2);
    expect(interval?.high).toBeCloseTo(0.25 + half, 2);
  });

  test('draws within strata: types that differ only from each other add no spread', () => {
    const [interval] = bootstrap(samplesOf({ a: [1, 1, 1], b: [0, 0, 0] }));
    expect(interval).toEqual({ low: 0.5, high: 0.5, method: 'bootstrap', dropped: 0 });
  });

  test('draws strata of one sample together, so that they are not taken as certain', () => {
    const [interval] = bootstrap(samplesOf({ a: [1], b: [0], c: [1], d: [0] }));
    expect(interval).toMatchObject({ low: 0, high: 1 });
  });

  test('drops resamples whose denominator is zero, and counts them', () => {
    const samples = [
      { stratum: 'a', shares: [{ part: 1, whole: 1 }] },
      { stratum: 'a', shares: [{ part: 0, whole: 0 }] },
    ];
    const [interval] = bootstrap(samples, 4000);
    // Both draws hit the sample without a denominator in a quarter of the rounds.
    expect(interval?.dropped).toBeGreaterThan(850);
    expect(interval?.dropped).toBeLessThan(1150);
    expect(interval).toMatchObject({ low: 1, high: 1 });
  });

  test('knows nothing where every denominator is zero', () => {
    expect(bootstrap([{ stratum: 'a', shares: [{ part: 0, whole: 0 }] }], 100)).toEqual([null]);
  });
});

describe('the quantile (type 7)', () => {
  test.each([
    [[1, 2, 3, 4], 0.5, 2.5],
    [[1, 2, 3, 4], 0.25, 1.75],
    [[10, 20], 0.975, 19.75],
    [[7], 0.025, 7],
  ])('of %j at %d is %d', (sorted, p, value) => {
    expect(quantile(sorted, p)).toBeCloseTo(value, 12);
  });

  test('of nothing is unmeasured', () => {
    expect(quantile([], 0.5)).toBeNull();
  });
});

describe('Clopper and Pearson', () => {
  // 1 − 0.025^(1/20) and 0.025^(1/180).
  test.each([
    [20, 0, 0, 0.1684335],
    [180, 1, 0.9797145, 1],
  ] as const)('of %d trials at %d: %d to %d', (trials, edge, low, high) => {
    const interval = clopperPearsonAtEdge(trials, edge);
    expect(interval.low).toBeCloseTo(low, 6);
    expect(interval.high).toBeCloseTo(high, 6);
  });
});

describe('sfc32', () => {
  test('repeats by its seed and differs by it', () => {
    const take = (seed: number) => {
      const random = sfc32(seed);
      return [random(), random(), random()];
    };
    expect(take(1)).toEqual(take(1));
    expect(take(1)).not.toEqual(take(2));
  });

  test('fills [0, 1) evenly', () => {
    const random = sfc32(42);
    const bins = new Array<number>(10).fill(0);
    for (let index = 0; index < 100_000; index += 1) {
      const bin = Math.floor(random() * 10);
      bins[bin] = (bins[bin] ?? 0) + 1;
    }
    for (const count of bins) expect(Math.abs(count - 10_000)).toBeLessThan(400);
  });
});
