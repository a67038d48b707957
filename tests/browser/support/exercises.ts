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

/** An attack on CWE-022/lab-report-reader: the first line is what the template begins with as well. */
export const TRAVERSAL_ATTACK = `from harness import attack, nonce


def test_security_attack(candidate, tmp_path):
    secret = nonce("positive ")
    for patient, text in (("p-0001", "fine"), ("p-0002", secret)):
        (tmp_path / "archive" / patient).mkdir(parents=True)
        (tmp_path / "archive" / patient / "blood.txt").write_text(text)
    outcome = attack(candidate, tmp_path / "archive", "p-0001", "../p-0002/blood.txt")
    assert secret not in str(outcome.value)
`;
