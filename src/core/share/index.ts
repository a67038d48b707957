export { decodeRunSummary } from './decode-run-summary.ts';
export type { DecodedSummary, LinkProblem } from './decode-run-summary.ts';
export { encodeRunSummary } from './encode-run-summary.ts';
export { sampleFiguresOf, summarize } from './run-summary.ts';
export type { RunSummary, SampleSummary, SummarizedRun } from './run-summary.ts';
