import { expect, test } from 'vitest';
import { deriveSeed, fnv1a } from '../../../../src/core/random/derive-seed.ts';

test('hashes by FNV-1a as published', () => {
  // Test vectors of draft-eastlake-fnv: "" and "foobar".
  expect([fnv1a(''), fnv1a('foobar')]).toEqual([0x811c9dc5, 0xbf9cf968]);
});

test('gives the same seed for the same attempt', () => {
  expect(deriveSeed(7, 'CWE-089/x', 0)).toBe(deriveSeed(7, 'CWE-089/x', 0));
});

test('stays what it was, so that old runs can be repeated', () => {
  expect([deriveSeed(0, 'CWE-089/x', 0), deriveSeed(1, 'CWE-089/x', 3)]).toMatchInlineSnapshot(`
    [
      4253640499,
      2412254461,
    ]
  `);
});

test('differs in run seed, sample and index', () => {
  const seeds = new Set<number>();
  for (const run of [0, 1, 2]) {
    for (const sample of ['CWE-022/a', 'CWE-022/b', 'CWE-089/a']) {
      for (let index = 0; index < 100; index += 1) seeds.add(deriveSeed(run, sample, index));
    }
  }
  expect(seeds.size).toBe(900);
});

test('is a whole number of 32 bits', () => {
  for (let index = 0; index < 1000; index += 1) {
    const seed = deriveSeed(index, 'CWE-089/x', index);
    expect(Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32).toBe(true);
  }
});
