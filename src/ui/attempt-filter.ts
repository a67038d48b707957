import { vulnerabilityType, type SampleId } from '../core/dataset/sample.ts';
import { VERDICTS, type Verdict } from '../core/verdicts/verdict.ts';
import type { Attempt } from '../run/run.ts';

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

/** The attempts that a filter lets through, in their order; `titleOf` gives the title of a sample. */
export function filterAttempts(
  attempts: readonly Attempt[],
  { verdict, cwe, words }: AttemptFilter,
  titleOf: (id: SampleId) => string,
): readonly Attempt[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  return attempts.filter((attempt) => {
    if (verdict !== null && attempt.verdict !== verdict) return false;
    if (cwe !== '' && !isOf(attempt.sampleId, cwe)) return false;
    if (wanted.length === 0) return true;
    const { sampleId, completion } = attempt;
    const text = `${sampleId} ${titleOf(sampleId)} ${completion.text}`.toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}

function isOf(sampleId: SampleId, cwe: string): boolean {
  const own = sampleId.slice(0, sampleId.indexOf('/'));
  return own === cwe || vulnerabilityType(own) === cwe;
}
