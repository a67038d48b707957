import type { SampleId } from '../dataset/sample.ts';
import { groupBy } from '../group-by.ts';
import type { Estimate } from './estimate.ts';
import { figuresOfCounts, type FiguresOptions, type SampleFigures } from './figures.ts';
import type { VerdictCounts } from './verdict-counts.ts';

/** The figures of a part of the samples. Intervals are null below 20 samples, as everywhere. */
export interface GroupFigures {
  readonly group: string;
  readonly samples: number;
  readonly counts: VerdictCounts;
  /** pass@1 and secure-pass@1 over the samples of the group. */
  readonly functional: Estimate;
  readonly secure: Estimate;
}

/**
 * The figures of each group of samples, in the order in which `groupOf` first names them. Samples that it
 * doesn't name are in no group.
 */
export function figuresOfGroups(
  samples: readonly SampleFigures[],
  groupOf: ReadonlyMap<SampleId, string>,
  options: FiguresOptions = {},
): readonly GroupFigures[] {
  const groups = groupBy(samples, ({ sampleId }) => groupOf.get(sampleId));
  return [...new Set(groupOf.values())].flatMap((group): GroupFigures[] => {
    const ofGroup = groups.get(group);
    if (ofGroup === undefined) return [];
    const { counts, pass } = figuresOfCounts(ofGroup, [1], options);
    const [first] = pass;
    if (first === undefined) return [];
    const { functional, secure } = first;
    return [{ group, samples: ofGroup.length, counts, functional, secure }];
  });
}
