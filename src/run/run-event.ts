import type { SampleId } from '../core/dataset/sample.ts';
import type { Message } from '../core/prompts/strategy.ts';
import type { PlanProblem } from './plan.ts';
import type { ErrorCode } from './ports.ts';
import type { Attempt, Completion } from './run.ts';

/**
 * What happens in a run, in order. The last event is always one of `RunEnd`; everything that was finished
 * before it is stored, and a new `runBenchmark` goes on from there.
 */
export type RunEvent =
  | {
      readonly type: 'started';
      /** Attempts that were stored before. */
      readonly done: number;
      readonly total: number;
    }
  | {
      readonly type: 'generation-started';
      readonly sampleId: SampleId;
      readonly index: number;
      readonly messages: readonly Message[];
    }
  | {
      readonly type: 'generation-text';
      readonly sampleId: SampleId;
      readonly index: number;
      readonly delta: string;
    }
  /** The text so far is void; the same question is asked again after `waitMs` milliseconds. */
  | {
      readonly type: 'generation-retry';
      readonly sampleId: SampleId;
      readonly index: number;
      readonly waitMs: number;
      readonly code: ErrorCode;
      readonly message: string;
    }
  /** The answer is complete; the sandbox has it now. */
  | {
      readonly type: 'generated';
      readonly sampleId: SampleId;
      readonly index: number;
      readonly completion: Completion;
    }
  /** The provider passed this one over; it stays open. */
  | { readonly type: 'skipped'; readonly sampleId: SampleId; readonly index: number }
  /** Judged and stored. */
  | {
      readonly type: 'attempt';
      readonly attempt: Attempt;
      readonly done: number;
      readonly total: number;
    }
  | RunEnd;

export type RunEnd =
  | { readonly type: 'finished' }
  /** Aborted by the caller, or some attempts were skipped. */
  | { readonly type: 'paused'; readonly reason: 'aborted' | 'skipped' }
  /** The plan doesn't fit the data set; nothing was run. */
  | { readonly type: 'plan-refused'; readonly problems: readonly PlanProblem[] }
  /** The model failed, also after the retries. */
  | {
      readonly type: 'generation-failed';
      readonly sampleId: SampleId;
      readonly index: number;
      readonly code: ErrorCode;
      readonly message: string;
    }
  /** The engine that runs the answers can't be had; the answer concerned isn't stored. */
  | { readonly type: 'scoring-failed'; readonly message: string }
  | { readonly type: 'storage-failed'; readonly message: string };
