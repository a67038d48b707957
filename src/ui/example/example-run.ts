import type { SampleId } from '../../core/dataset/sample.ts';
import type { Verdict } from '../../core/verdicts/verdict.ts';
import stored from './example-run.json' with { type: 'json' };

/** A run of the reference models that was really made, for the start page; see scripts/example. */
export interface ExampleRun {
  /** Day in UTC: `2026-11-26`. */
  readonly madeOn: string;
  /** SHA-256 in hex of the data set that it was made with. */
  readonly datasetVersion: string;
  readonly siteVersion: string;
  /** Seed of the run; it decides which sample gets which answer. */
  readonly seed: number;
  /** The same run as the text of a result link. */
  readonly link: string;
  /** One attempt a sample, in the order of the ids. */
  readonly verdicts: Readonly<Record<SampleId, Verdict>>;
}

// TypeScript reads the verdicts of a JSON file as strings; the unit test looks at each of them.
export const EXAMPLE = stored as ExampleRun;
