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
export type { Interval } from './interval.ts';
export { passAtK } from './pass-at-k.ts';
export { countVerdicts, tallyOf } from './verdict-counts.ts';
export type { Tally, VerdictCounts } from './verdict-counts.ts';
