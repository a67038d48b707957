import {
  vulnerabilityType,
  type Difficulty,
  type Sample,
  type SampleId,
} from '../core/dataset/sample.ts';
import type { Verdict } from '../core/verdicts/verdict.ts';
import type { SampleVerdict } from '../run/ports.ts';

/** Which samples are listed; as the address of the screen keeps it. */
export interface SampleFilter {
  /** Words that all must occur in the id, the title or the problem. */
  readonly words: string;
  /** A CWE id or a vulnerability type; empty for all. */
  readonly cwe: string;
  readonly difficulty: Difficulty | null;
  /** At least one attempt of the chosen run has this verdict; without a run it lets everything through. */
  readonly verdict: Verdict | null;
}

/** The attempts of one run at each sample, by rising index. */
export type AttemptsBySample = ReadonlyMap<SampleId, readonly SampleVerdict[]>;

const DIFFICULTIES: readonly Difficulty[] = ['easy', 'medium', 'hard'];

/** A difficulty by its name, or null for any other text. */
export function difficultyNamed(name: string): Difficulty | null {
  return DIFFICULTIES.find((difficulty) => difficulty === name) ?? null;
}

/** The samples that a filter lets through, in their order; `run` is null where no run is chosen. */
export function filterSamples(
  samples: readonly Sample[],
  { words, cwe, difficulty, verdict }: SampleFilter,
  run: AttemptsBySample | null,
): readonly Sample[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  return samples.filter((sample) => {
    if (difficulty !== null && sample.difficulty !== difficulty) return false;
    if (cwe !== '' && sample.cwe !== cwe && vulnerabilityType(sample.cwe) !== cwe) return false;
    if (run !== null && verdict !== null) {
      const attempts = run.get(sample.id) ?? [];
      if (!attempts.some((attempt) => attempt.verdict === verdict)) return false;
    }
    if (wanted.length === 0) return true;
    const text = `${sample.id} ${sample.title} ${sample.problem}`.toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}
