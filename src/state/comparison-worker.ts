/* Computes comparisons off the page's thread: each has a bootstrap of its own. */
import { compareRuns, figuresOfCounts } from '../core/metrics/index.ts';
import type { ComparisonReply, ComparisonRequest } from './comparison.svelte.ts';

self.onmessage = ({ data }: MessageEvent<ComparisonRequest>) => {
  const reply: ComparisonReply = {
    runs: data.runs.map(({ samples, compared }) => ({
      figures: figuresOfCounts(samples, [1]),
      comparison: compared === null ? null : compareRuns(compared.first, compared.second),
    })),
  };
  self.postMessage(reply);
};
