import { readdirSync, readFileSync } from 'node:fs';
import { encodeResult } from '../../../src/core/share/index.ts';
import type { ExerciseResult } from '../../../src/core/teach/exercise.ts';
import { siteUrl } from './site.ts';

/** The ids of the data set, as the page knows them. */
export const SAMPLE_IDS: readonly string[] = readdirSync('dataset')
  .filter((name) => name.startsWith('CWE-'))
  .flatMap((cwe) => readdirSync(`dataset/${cwe}`).map((slug) => `${cwe}/${slug}`))
  .toSorted();

/** A file of a sample. */
export const source = (id: string, path: string): string =>
  readFileSync(`dataset/${id}/${path}`, 'utf8');

/** The text behind `#/x/` or `#/a/`. */
export const payloadOf = (link: string): string => link.slice(link.lastIndexOf('/') + 1);

/** A result link as somebody could make it by hand, with any claims. */
export function resultLinkOf(result: ExerciseResult): string {
  const encoded = encodeResult(result, SAMPLE_IDS);
  if (!encoded.ok) throw new Error(encoded.reason);
  return siteUrl(`#/a/${encoded.text}`);
}
