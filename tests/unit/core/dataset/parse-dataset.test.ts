import { expect, test } from 'vitest';
import { CANARY } from '../../../../src/core/dataset/canary.ts';
import { parseDataset } from '../../../../src/core/dataset/parse-dataset.ts';
import { parseSample } from '../../../../src/core/dataset/parse-sample.ts';
import { FILES } from './sample-files.ts';

const parsed = parseSample('CWE-089/find-orders', FILES);
if (!parsed.ok) throw new Error('the sample of the tests is broken');
const dataset = {
  format: 1,
  canary: CANARY,
  version: 'a'.repeat(64),
  samples: [parsed.sample],
  errata: [],
};

test('gives back what the build wrote', () => {
  expect(parseDataset(JSON.parse(JSON.stringify(dataset)))).toEqual(dataset);
});

test('names the path of a field that does not fit', () => {
  const broken = { ...dataset, samples: [{ ...parsed.sample, title: 3 }] };
  expect(() => parseDataset(broken)).toThrow('samples.0.title');
});

test('refuses another format', () => {
  expect(() => parseDataset({ ...dataset, format: 2 })).toThrow('format');
});

test('refuses an id that comes twice', () => {
  const twice = { ...dataset, samples: [parsed.sample, parsed.sample] };
  expect(() => parseDataset(twice)).toThrow('twice');
});

test.each([[null], ['text'], [[]]])('refuses %j', (json) => {
  expect(() => parseDataset(json)).toThrow("The data set can't be read");
});
