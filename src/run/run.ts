import type { SampleId } from '../core/dataset/sample.ts';
import type { Extraction } from '../core/extraction/extraction.ts';
import type { Message, Task } from '../core/prompts/strategy.ts';
import type { Observation } from '../core/verdicts/observation.ts';
import type { Verdict } from '../core/verdicts/verdict.ts';

export type RunId = string;

/** What a run shall do; fixed when it starts. */
export interface RunPlan {
  readonly task: Task;
  /** Id of a strategy of this task. */
  readonly strategy: string;
  readonly model: { readonly provider: string; readonly id: string; readonly title: string };
  readonly sampleIds: readonly SampleId[];
  readonly attemptsPerSample: number;
  readonly temperature: number;
  readonly maxTokens: number;
  readonly seed: number;
  readonly datasetVersion: string;
}

/** `finished`: every attempt is stored. `open`: some are missing; it can be resumed. */
export type RunState = 'open' | 'finished';

export interface Run {
  readonly id: RunId;
  readonly plan: RunPlan;
  readonly state: RunState;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly siteVersion: string;
  /** Attempts stored so far and in all. */
  readonly done: number;
  readonly total: number;
}

/** What the model answered and how that went. */
export interface Completion {
  readonly text: string;
  readonly finish: 'stop' | 'length';
  readonly usage?: {
    readonly prompt: number;
    readonly completion: number;
    readonly exact: boolean;
  };
  /** Milliseconds from the request to the last token. */
  readonly ms: number;
}

/** The n-th completion of one sample in a run, with all that became of it. */
export interface Attempt {
  readonly runId: RunId;
  readonly sampleId: SampleId;
  /** Counted from 0. */
  readonly index: number;
  readonly messages: readonly Message[];
  readonly completion: Completion;
  readonly extraction: Extraction;
  readonly extractionVersion: number;
  /** Null where there was no code to run. */
  readonly observation: Observation | null;
  readonly verdict: Verdict;
  readonly finishedAt: number;
}
