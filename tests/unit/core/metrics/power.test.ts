import { describe, expect, test } from 'vitest';
import { countVerdicts } from '../../../../src/core/metrics/index.ts';
import { mcNemar, signFlip } from '../../../../src/core/metrics/paired-tests.ts';
import {
  detectableDifference,
  detectablePaired,
  leastDifference,
} from '../../../../src/core/metrics/power.ts';
import { sfc32 } from '../../../../src/core/random/sfc32.ts';
import type { Verdict } from '../../../../src/core/verdicts/verdict.ts';

const samplesOf = (verdicts: readonly Verdict[]) =>
  verdicts.map((verdict) => ({ counts: countVerdicts([verdict]) }));

/** As many differences as wanted of which this share is +1 or −1, half of each. */
function differing(m: number, share: number): readonly number[] {
  const changed = Math.round(m * share);
  return Array.from({ length: m }, (_, index) => (index >= changed ? 0 : index % 2 === 0 ? 1 : -1));
}

/** How often, of 2,000 pairs of runs with this true difference, McNemar's exact test finds one. */
function foundBySimulation(m: number, discordant: number, difference: number): number {
  const random = sfc32(4711);
  const rounds = 2000;
  let found = 0;
  for (let round = 0; round < rounds; round += 1) {
    let [gained, lost] = [0, 0];
    for (let sample = 0; sample < m; sample += 1) {
      const draw = random();
      if (draw < (discordant + difference) / 2) gained += 1;
      else if (draw < discordant) lost += 1;
    }
    if (mcNemar(gained, lost) < 0.05) found += 1;
  }
  return found / rounds;
}

describe('what a paired comparison can show', () => {
  test.each([
    [44, 0.5],
    [44, 0.3],
    [180, 0.4],
    [180, 0.2],
    [180, 0.1],
  ])('of %i samples, of which %f differ, is found four times of five', (m, share) => {
    const psi = Math.round(m * share) / m;
    const difference = detectablePaired(differing(m, share), true) ?? NaN;
    const power = foundBySimulation(m, Math.max(psi, difference), difference);
    // The exact test is conservative: it finds a little less than the formula promises.
    expect(power).toBeGreaterThan(0.7);
    expect(power).toBeLessThan(0.85);
    // A difference of half that size is missed more often than not.
    expect(foundBySimulation(m, psi, difference / 2)).toBeLessThan(0.4);
  });

  test('solves the equation in its comment', () => {
    const [m, psi] = [100, 0.3];
    const delta = detectablePaired(differing(m, psi), true) ?? NaN;
    const right = 1.959964 * Math.sqrt(psi) + 0.841621 * Math.sqrt(psi - delta ** 2);
    expect(m * delta ** 2).toBeCloseTo(right ** 2, 9);
  });

  test('needs six changed samples, however alike two runs of single attempts are', () => {
    expect(detectablePaired(differing(100, 0), true)).toBe(0.08);
    expect(foundBySimulation(100, 0.08, 0.08)).toBeGreaterThan(0.75);
  });

  test('is smaller where several attempts make the differences small', () => {
    const halves = differing(100, 0.3).map((each) => each / 2);
    expect(detectablePaired(halves, false)).toBeCloseTo(
      (detectablePaired(differing(100, 0.3), false) ?? NaN) / 2,
      9,
    );
  });

  test('is unknown below 20 samples, and where several attempts never differed', () => {
    expect(detectablePaired(differing(19, 0.5), true)).toBeNull();
    expect(detectablePaired(differing(50, 0), false)).toBeNull();
  });
});

describe('the least difference', () => {
  test('is the smallest that a paired test can find, and nothing below it is', () => {
    expect(leastDifference(44, 1)).toBe(6 / 44);
    expect(mcNemar(6, 0)).toBeLessThan(0.05);
    expect(mcNemar(5, 0)).toBeGreaterThan(0.05);
  });

  test('is one attempt of each of six samples where there are several', () => {
    expect(leastDifference(10, 4)).toBe(6 / 40);
    expect(signFlip(Array(6).fill(0.25))).toBeLessThan(0.05);
    expect(signFlip(Array(5).fill(0.25))).toBeGreaterThan(0.05);
  });

  test('does not exist for fewer than six samples', () => {
    expect(leastDifference(5, 100)).toBeNull();
  });
});

describe('what a run alone can show', () => {
  test('follows the formula for shares of one half', () => {
    const samples = samplesOf([...Array<Verdict>(50).fill('secure'), ...Array(50).fill('invalid')]);
    const variance = 25 / 99;
    expect(detectableDifference(samples)).toBeCloseTo(
      2.801585 * Math.sqrt((2 * variance) / 100),
      6,
    );
  });

  test('is unknown below 20 samples, and not zero where all agree', () => {
    expect(detectableDifference(samplesOf(Array(19).fill('secure')))).toBeNull();
    expect(detectableDifference(samplesOf(Array(20).fill('secure')))).toBeGreaterThan(0.1);
  });
});
