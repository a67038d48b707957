import { expect, test } from 'vitest';
import { shippedLicences } from '../../../scripts/build/licences.ts';

const shipped = shippedLicences(process.cwd());

test.each([
  '@codemirror/view',
  '@mlc-ai/web-llm',
  '@noble/hashes',
  '@wllama/wllama',
  'CPython',
  'd3-scale',
  'eventsource-parser',
  'fflate',
  'idb',
  'pyodide',
  'svelte',
  'svelte-spa-router',
  'uqr',
  'valibot',
  'workbox-precaching',
])('%s is listed with its version and licence', (name) => {
  const found = shipped.find((each) => each.name === name);
  expect(found?.version).toMatch(/^\d+\./);
  expect(found?.licence).toMatch(/^(MIT|ISC|Apache-2\.0|MPL-2\.0|PSF-2\.0)$/);
});

test('every part has the text of its licence, or says where it is', () => {
  const without = shipped.filter(({ text, url }) => text === '' && !url.startsWith('https://'));
  expect(without).toEqual([]);
});
