export { compareRuns, correctedPs } from './compare.ts';
export type { ComparedRun, Comparison, Flip, PairedTest } from './compare.ts';
export type { Estimate } from './estimate.ts';
export { figuresOf, figuresOfCounts } from './figures.ts';
export type {
  Coverage,
  Figures,
  FiguresOptions,
  PassFigures,
  SampleFigures,
  TypeFigures,
  VulnerableRate,
} from './figures.ts';
export { figuresOfGroups } from './groups.ts';
export type { GroupFigures } from './groups.ts';
export type { Interval } from './interval.ts';
export { passAtK } from './pass-at-k.ts';
export { detectableDifference, leastDifference } from './power.ts';
export { roundsIn, verdictAfter } from './rounds.ts';
export { addCounts, countVerdicts, tallyOf } from './verdict-counts.ts';
export type { Tally, VerdictCounts } from './verdict-counts.ts';
