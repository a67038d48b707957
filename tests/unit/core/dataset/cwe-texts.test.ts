import { expect, test } from 'vitest';
import { buildDataset } from '../../../../scripts/build/dataset-asset.ts';
import { cweName } from '../../../../src/core/dataset/cwe-names.ts';
import { CWE_IDS, cweText, cweUrl } from '../../../../src/core/dataset/cwe-texts.ts';

const inDataset = [...new Set(buildDataset('dataset').samples.map(({ cwe }) => cwe))].sort();

test('every weakness of the data set has a text and a name, and no other has', () => {
  expect(CWE_IDS).toEqual(inDataset);
  expect(CWE_IDS.filter((cwe) => cweName(cwe) === null)).toEqual([]);
});

test.each(CWE_IDS)('the paragraph on %s has 40 to 70 words', (cwe) => {
  const words = (cweText(cwe) ?? '').split(/\s+/).length;
  expect(words).toBeGreaterThanOrEqual(40);
  expect(words).toBeLessThanOrEqual(70);
});

test('code in a paragraph stands between pairs of backticks', () => {
  const odd = CWE_IDS.filter((cwe) => (cweText(cwe) ?? '').split('`').length % 2 === 0);
  expect(odd).toEqual([]);
});

test('an id that the data set does not have has no text', () => {
  expect(cweText('CWE-999')).toBeNull();
});

test('the address at MITRE has no leading zeros', () => {
  expect(cweUrl('CWE-089')).toBe('https://cwe.mitre.org/data/definitions/89.html');
});
