import { assertNever } from '../../core/assert-never.ts';
import type { SampleId } from '../../core/dataset/sample.ts';
import { deriveSeed } from '../../core/random/derive-seed.ts';
import type { Verdict } from '../../core/verdicts/verdict.ts';
import type { RunPlan } from '../../run/run.ts';
import type { AnswerKind } from './answers.ts';

/** How often the mix gives which answer; the shares add up to 1. */
export const MIX: readonly { readonly kind: AnswerKind; readonly share: number }[] = [
  { kind: 'secure', share: 0.4 },
  { kind: 'insecure', share: 0.35 },
  { kind: 'incorrect', share: 0.15 },
  { kind: 'no-code', share: 0.1 },
];

/** The answer of the mix for a request with this 32-bit seed: always the same for the same seed. */
export function mixedKind(seed: number): AnswerKind {
  const point = (seed >>> 0) / 2 ** 32;
  let upper = 0;
  for (const { kind, share } of MIX) {
    upper += share;
    if (point < upper) return kind;
  }
  // Floating-point sums may end just below 1.
  return 'no-code';
}

/** The kind of answer that a model of this provider gives. */
export function kindOf(modelId: ReferenceModelId, seed: number): AnswerKind {
  return modelId === 'mix' ? mixedKind(seed) : modelId;
}

export type ReferenceModelId = 'secure' | 'insecure' | 'mix';

export interface ExpectedVerdict {
  readonly sampleId: SampleId;
  readonly index: number;
  /** `incorrect` stands for `incorrect-insecure` too: an exploit may work on code that does nothing. */
  readonly verdict: Exclude<Verdict, 'incorrect-insecure' | 'inconclusive'>;
}

/**
 * What a run with a model of this provider must come to, attempt by attempt: the answers are known, so the
 * whole pipeline can be held against them.
 */
export function expectedVerdicts(plan: RunPlan): readonly ExpectedVerdict[] {
  const modelId = parseModelId(plan.model.id);
  if (modelId === null) throw new Error(`no reference model: ${plan.model.id}`);
  return plan.sampleIds.flatMap((sampleId) =>
    Array.from({ length: plan.attemptsPerSample }, (_, index) => ({
      sampleId,
      index,
      verdict: verdictOfKind(kindOf(modelId, deriveSeed(plan.seed, sampleId, index))),
    })),
  );
}

/** The id as one of the models, or null. */
export function parseModelId(id: string): ReferenceModelId | null {
  return id === 'secure' || id === 'insecure' || id === 'mix' ? id : null;
}

function verdictOfKind(kind: AnswerKind): ExpectedVerdict['verdict'] {
  switch (kind) {
    case 'secure':
      return 'secure';
    case 'insecure':
      return 'vulnerable';
    case 'incorrect':
      return 'incorrect';
    case 'no-code':
      return 'invalid';
    default:
      return assertNever(kind);
  }
}
