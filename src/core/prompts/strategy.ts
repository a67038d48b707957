import type { Sample } from '../dataset/sample.ts';
import type { FailedTest } from './feedback.ts';

export type Task = 'generation' | 'repair';

export interface Message {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
}

/** What a strategy may use besides the sample. */
export interface PromptContext {
  /** The whole data set, for examples. */
  readonly samples: readonly Sample[];
  /** The run's seed: the same run always asks the same. */
  readonly seed: number;
  /** What failed when the insecure code was tested; empty unless the strategy's `sees` is `insecure-code`. */
  readonly insecureFailures: readonly FailedTest[];
}

/** How a sample becomes a prompt. One file each under `generation/` and `repair/`. */
export interface Strategy {
  /** `plain`, `vulnerability-aware`, `explained`: unique within its task. */
  readonly id: string;
  readonly task: Task;
  readonly title: string;
  /** One sentence for the page: what the model is told. */
  readonly description: string;
  /**
   * Whose failed tests the model is told. Such a strategy uses the tests that judge it: it is compared with
   * more attempts of a plain one, never with one.
   */
  readonly sees?: 'insecure-code' | 'own-answers';
  /** The model is told which weakness the sample is about: by a warning, its name or an explanation. */
  readonly informed?: true;
  messages(sample: Sample, context: PromptContext): readonly Message[];
  /** What is asked after an answer that failed tests; only where `sees` is `own-answers`. */
  followUp?(sample: Sample, failures: readonly FailedTest[]): string;
}
