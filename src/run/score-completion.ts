import type { Sample } from '../core/dataset/sample.ts';
import { extractCode } from '../core/extraction/extract-code.ts';
import type { Extraction } from '../core/extraction/extraction.ts';
import type { Observation } from '../core/verdicts/observation.ts';
import { verdictOf } from '../core/verdicts/verdict-of.ts';
import type { Verdict } from '../core/verdicts/verdict.ts';
import type { Sandbox } from './ports.ts';
import { jobOf, limitsAfter, type SelfCheck } from './self-check.ts';

export interface Score {
  readonly extraction: Extraction;
  /** Null where there was no code to run. */
  readonly observation: Observation | null;
  readonly verdict: Verdict;
}

export type ScoreResult =
  | { readonly kind: 'score'; readonly score: Score }
  /** No engine, so no score of any answer: going on would only fill the run with "inconclusive". */
  | { readonly kind: 'no-engine'; readonly problem: string };

export interface ScoreOptions {
  readonly seed: number;
  readonly signal: AbortSignal;
  /** Null where the sample was not checked. */
  readonly check: SelfCheck | null;
}

/**
 * completion → extraction → observation → verdict. An inconclusive answer is run once more before it
 * counts as such; a sample that failed its self-check isn't run at all. Rejects with the signal's reason on abort.
 */
export async function scoreCompletion(
  text: string,
  sample: Sample,
  sandbox: Sandbox,
  options: ScoreOptions,
): Promise<ScoreResult> {
  const extraction = extractCode(text, sample.entryPoint, { signature: sample.signature });
  return scoreExtraction(extraction, sample, sandbox, options);
}

/** The same from the extraction on, for code that stands in no answer. */
export async function scoreExtraction(
  extraction: Extraction,
  sample: Sample,
  sandbox: Sandbox,
  options: ScoreOptions,
): Promise<ScoreResult> {
  if (extraction.kind === 'no-code') {
    return {
      kind: 'score',
      score: { extraction, observation: null, verdict: verdictOf(extraction, null) },
    };
  }
  const { check, seed, signal } = options;
  if (check !== null && check.problem !== null) {
    const detail = `The sample was not judged: ${check.problem}.`;
    if (sandbox.status.phase === 'failed') {
      return { kind: 'no-engine', problem: sandbox.status.problem ?? detail };
    }
    const observation: Observation = { kind: 'engine-failed', detail };
    return { kind: 'score', score: { extraction, observation, verdict: 'inconclusive' } };
  }
  const job = jobOf(sample, extraction.code, limitsAfter(check, sample.limits), seed);
  const observe = () => sandbox.run(job, signal);
  let observation = await observe();
  if (verdictOf(extraction, observation) === 'inconclusive') observation = await observe();
  if (observation.kind === 'engine-failed' && sandbox.status.phase === 'failed') {
    return { kind: 'no-engine', problem: sandbox.status.problem ?? observation.detail };
  }
  return {
    kind: 'score',
    score: { extraction, observation, verdict: verdictOf(extraction, observation) },
  };
}
