import type { SampleId } from '../core/dataset/sample.ts';
import {
  figuresOfCounts,
  figuresOfGroups,
  type Figures,
  type GroupFigures,
  type SampleFigures,
} from '../core/metrics/index.ts';

/** What figures are wanted. */
export interface FiguresQuestion {
  readonly samples: readonly SampleFigures[];
  /** For which k pass@k is asked. */
  readonly ks: readonly number[];
  /** Groups of samples that are looked at apart, in the order of their first sample. */
  readonly groupOf: ReadonlyMap<SampleId, string>;
}

export interface FiguresAnswer {
  readonly figures: Figures;
  readonly groups: readonly GroupFigures[];
}

/** Computes both; without intervals where `resamples` is 0. */
export function answerFigures(
  { samples, ks, groupOf }: FiguresQuestion,
  options: { readonly resamples?: number } = {},
): FiguresAnswer {
  return {
    figures: figuresOfCounts(samples, ks, options),
    groups: figuresOfGroups(samples, groupOf, options),
  };
}
