import { vulnerabilityType, type SampleId } from '../core/dataset/sample.ts';
import { VERDICTS, type Verdict } from '../core/verdicts/verdict.ts';
import type { AttemptSummary } from '../run/attempt-summary.ts';

/** Which attempts of a run are listed; as the address of the screen keeps it. */
export interface AttemptFilter {
  readonly verdict: Verdict | null;
  /** A CWE id or a vulnerability type; empty for all. */
  readonly cwe: string;
  /** Words that all must occur in the sample's title or id, or in the answer. */
  readonly words: string;
}

/** Ways from a part of a chart to the attempts that it counts. */
export interface PickAttempts {
  /** The address of the screen with the attempts listed. */
  href(of: { readonly cwe?: string; readonly verdict?: Verdict }): string;
  /** The same without leaving the screen. */
  go(event: Event, of: { readonly cwe?: string; readonly verdict?: Verdict }): void;
}

/** A verdict by its name, or null for any other text. */
export function verdictNamed(name: string): Verdict | null {
  return VERDICTS.find((verdict) => verdict === name) ?? null;
}

/** Where words are looked for. */
export interface AttemptTexts {
  /** The title of a sample. */
  titleOf(id: SampleId): string;
  /** An answer in small letters. */
  answerOf(attempt: AttemptSummary): string;
}

/** The attempts that a filter lets through, in their order. */
export function filterAttempts(
  attempts: readonly AttemptSummary[],
  { verdict, cwe, words }: AttemptFilter,
  { titleOf, answerOf }: AttemptTexts,
): readonly AttemptSummary[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  if (verdict === null && cwe === '' && wanted.length === 0) return attempts;
  // There are a hundred times as many attempts as samples.
  const ofSample = new Map<
    SampleId,
    { readonly fits: boolean; readonly open: readonly string[] }
  >();
  const lookedUp = (id: SampleId): { readonly fits: boolean; readonly open: readonly string[] } => {
    const known = ofSample.get(id);
    if (known !== undefined) return known;
    const head = `${id} ${titleOf(id)}`.toLowerCase();
    const found = {
      fits: cwe === '' || isOf(id, cwe),
      open: wanted.filter((word) => !head.includes(word)),
    };
    ofSample.set(id, found);
    return found;
  };
  return attempts.filter((attempt) => {
    if (verdict !== null && attempt.verdict !== verdict) return false;
    const { fits, open } = lookedUp(attempt.sampleId);
    if (!fits || open.length === 0) return fits;
    const answer = answerOf(attempt);
    return open.every((word) => answer.includes(word));
  });
}

function isOf(sampleId: SampleId, cwe: string): boolean {
  const own = sampleId.slice(0, sampleId.indexOf('/'));
  return own === cwe || vulnerabilityType(own) === cwe;
}
