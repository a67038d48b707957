/* Computes comparisons off the page's thread: each has a bootstrap of its own. */
import { compareRuns, figuresOfCounts, type Comparison } from '../core/metrics/index.ts';
import type { ComparedPair, ComparisonReply, ComparisonRequest } from './comparison.svelte.ts';

const compare = (pair: ComparedPair | null): Comparison | null =>
  pair === null ? null : compareRuns(pair.first, pair.second);

self.onmessage = ({ data }: MessageEvent<ComparisonRequest>) => {
  const reply: ComparisonReply = {
    runs: data.runs.map(({ samples, compared, againstPlain }) => ({
      figures: figuresOfCounts(samples, [1]),
      comparison: compare(compared),
      againstPlain: compare(againstPlain),
    })),
  };
  self.postMessage(reply);
};
