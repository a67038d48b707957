import { figuresOf, type Figures } from '../metrics/index.ts';
import { passAtK } from '../metrics/pass-at-k.ts';
import { tallyOf } from '../metrics/verdict-counts.ts';
import { cweOf, type AttemptRecord } from './run-record.ts';

/** The figures of a run's attempts, without intervals. */
export function figuresOfRecord(
  attempts: readonly AttemptRecord[],
  ks: readonly number[],
): Figures {
  const parts = attempts.map(({ sampleId, verdict }) => ({
    sampleId,
    cwe: cweOf(sampleId),
    verdict,
  }));
  return figuresOf(parts, ks, { resamples: 0 });
}

/**
 * The standard error of a mean over samples: the standard deviation of the samples' pass@1 (with n − 1) over √n.
 * Null below two samples.
 */
export function standardError(figures: Figures, passed: 'working' | 'secure'): number | null {
  const values = figures.samples.flatMap(({ counts }) => {
    const tally = tallyOf(counts);
    return passAtK(tally.n, tally[passed], 1) ?? [];
  });
  if (values.length < 2) return null;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1) / values.length);
}
