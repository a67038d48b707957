import type { Sample } from '../core/dataset/sample.ts';
import type { Extraction } from '../core/extraction/extraction.ts';
import { deriveSeed } from '../core/random/derive-seed.ts';
import type { Sandbox } from './ports.ts';
import { scoreExtraction, type ScoreResult } from './score-completion.ts';
import type { SelfChecks } from './self-check.ts';

/* Code that was written by hand, judged outside of a run: by a student, and again by whoever got the link. */

export interface JudgePorts {
  readonly sandbox: Sandbox;
  readonly checks: SelfChecks;
}

/** Everybody's tests are seeded alike, so that code gets the verdict again that its author saw. */
export const SEED = 1;

/** Judges code as it stands. Rejects with the signal's reason on abort. */
export async function judgeCode(
  code: string,
  sample: Sample,
  { sandbox, checks }: JudgePorts,
  signal: AbortSignal,
): Promise<ScoreResult> {
  const extraction: Extraction =
    code.trim() === ''
      ? { kind: 'no-code', reason: 'empty' }
      : { kind: 'code', code, rule: 'whole-text' };
  const seed = deriveSeed(SEED, sample.id, 0);
  const check = await checks.of(sample);
  return scoreExtraction(extraction, sample, sandbox, { seed, signal, check });
}
