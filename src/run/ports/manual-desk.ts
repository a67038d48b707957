import type { GenerationRequest } from './models.ts';

/* The visitor as a model. */

/** What the visitor is asked to write. */
export type ManualQuestion = Pick<GenerationRequest, 'subject' | 'messages'>;

/** What the page sees of the questions. */
export interface ManualDesk {
  /** The question that waits for an answer, the oldest first; null when none does. */
  readonly pending: ManualQuestion | null;
  /** Calls back on every change of `pending`; returns what ends it. */
  subscribe(listener: (pending: ManualQuestion | null) => void): () => void;
  /**
   * Answers the pending question. Code may come as it is; a text with a fenced block is taken as a pasted
   * answer of a model.
   * @returns false when nothing is asked.
   */
  submit(text: string): boolean;
  /** Leaves the pending question open; the run goes on with the next. False when nothing is asked. */
  skip(): boolean;
}
