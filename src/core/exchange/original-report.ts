import { csvOf } from '../csv.ts';
import type { OriginalVerdict } from './original-rule.ts';

/** A line of the report on a foreign data set. */
export interface OriginalLine {
  readonly sampleId: string;
  /** The data set's own secure or insecure code, or the completion of this index. */
  readonly program: 'secure' | 'insecure' | number;
  readonly verdict: OriginalVerdict;
}

const reasonOf = (verdict: OriginalVerdict): string =>
  verdict.verdict === 'passed' ? '' : verdict.reason;

/** One row a program: sample, program, verdict, reason. */
export function originalCsv(lines: readonly OriginalLine[]): string {
  return csvOf([
    ['sample_id', 'program', 'verdict', 'reason'],
    ...inOrder(lines).map(({ sampleId, program, verdict }) => [
      sampleId,
      typeof program === 'number' ? `completion ${program}` : program,
      verdict.verdict,
      reasonOf(verdict),
    ]),
  ]);
}

/** What a sample of a foreign data set is good for here. */
export type OriginalStanding = 'usable' | 'insecure-passes' | 'secure-fails' | 'inconclusive';

/** By the verdicts on its own secure and insecure code; null where they are not there yet. */
export function standingOfSample(
  secure: OriginalVerdict | undefined,
  insecure: OriginalVerdict | undefined,
): OriginalStanding | null {
  if (secure === undefined || insecure === undefined) return null;
  if (secure.verdict === 'inconclusive') return 'inconclusive';
  if (secure.verdict === 'failed') return 'secure-fails';
  if (insecure.verdict === 'inconclusive') return 'inconclusive';
  return insecure.verdict === 'failed' ? 'usable' : 'insecure-passes';
}

/** Why samples are inconclusive, the commonest reason first. */
export function reasonsOf(
  verdicts: readonly OriginalVerdict[],
): readonly { readonly reason: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const verdict of verdicts) {
    if (verdict.verdict !== 'inconclusive') continue;
    counts.set(verdict.reason, (counts.get(verdict.reason) ?? 0) + 1);
  }
  return [...counts]
    .map(([reason, count]) => ({ reason, count }))
    .toSorted((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1));
}

function inOrder(lines: readonly OriginalLine[]): readonly OriginalLine[] {
  const rank = ({ program }: OriginalLine): number =>
    program === 'secure' ? -2 : program === 'insecure' ? -1 : program;
  return lines.toSorted(
    (a, b) => (a.sampleId < b.sampleId ? -1 : a.sampleId > b.sampleId ? 1 : 0) || rank(a) - rank(b),
  );
}
