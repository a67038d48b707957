import type { Sample } from '../dataset/sample.ts';

export type Task = 'generation' | 'repair';

export interface Message {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
}

/** How a sample becomes a prompt. One file each under `generation/` and `repair/`. */
export interface Strategy {
  /** `plain`, `vulnerability-aware`, `explained`: unique within its task. */
  readonly id: string;
  readonly task: Task;
  readonly title: string;
  /** One sentence for the page: what the model is told. */
  readonly description: string;
  messages(sample: Sample): readonly Message[];
}
