import { expect, test } from 'vitest';
import { type Erratum, errataOf } from '../../../../src/core/dataset/errata.ts';

const VERSION = '0123456789abcdef'.repeat(4);
const erratum: Erratum = {
  sampleId: 'CWE-089/find-orders',
  versions: ['0123456789ab'],
  text: 'A right answer that sorts was refused.',
  noticed: '2026-11-26',
};

test('a version is found by its whole hash and by its beginning', () => {
  expect(errataOf([erratum], VERSION, ['CWE-089/find-orders'])).toEqual([erratum]);
  expect(errataOf([erratum], VERSION.slice(0, 8), ['CWE-089/find-orders'])).toEqual([erratum]);
});

test('another version and another sample have none', () => {
  expect(errataOf([erratum], 'f'.repeat(64), ['CWE-089/find-orders'])).toEqual([]);
  expect(errataOf([erratum], VERSION, ['CWE-089/other'])).toEqual([]);
});
