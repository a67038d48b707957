import { expect, test } from 'vitest';
import { bibtexCitation, plainCitation } from '../../../src/ui/text/cite.ts';

const SITE = {
  url: 'https://example.org/playground/',
  siteVersion: '0.1.0',
  datasetVersion: 'd8f834f900fde813a777dc33cf2eb79a9c0a689d1a3843e712970ea005e07798',
  accessed: '2026-11-27',
};

test('a citation names the versions, the address and the day', () => {
  expect(plainCitation(SITE)).toBe(
    'CodeSecEval Playground contributors (2026). CodeSecEval Playground: how secure is the Python that a language model writes? (version 0.1.0, data set d8f834f900fd). https://example.org/playground/ (accessed 2026-11-27).',
  );
});

test('the BibTeX entry opens and closes every brace', () => {
  const entry = bibtexCitation(SITE);
  expect(entry).toContain('howpublished = {\\url{https://example.org/playground/}}');
  expect(entry.split('{').length).toBe(entry.split('}').length);
});
