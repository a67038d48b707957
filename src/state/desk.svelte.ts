import type { Sample } from '../core/dataset/sample.ts';
import type { Task } from '../core/prompts/strategy.ts';
import type { ManualDesk, ManualQuestion } from '../run/ports.ts';
import type { Settings } from './settings.ts';

/** What the visitor is asked to write, and the drafts, which outlive a reload. */
export class DeskState {
  readonly #desk: ManualDesk;
  readonly #settings: Settings;
  #pending = $state.raw<ManualQuestion | null>(null);

  constructor(desk: ManualDesk, settings: Settings) {
    this.#desk = desk;
    this.#settings = settings;
    this.#pending = desk.pending;
    desk.subscribe((pending) => {
      this.#pending = pending;
    });
  }

  get pending(): ManualQuestion | null {
    return this.#pending;
  }

  /** The text the visitor left, else what a task starts from: the signature, or the code to repair. */
  draft(sample: Sample, task: Task): string {
    const stored = this.#settings.read(draftKey(sample, task));
    return typeof stored === 'string' && stored.trim() !== '' ? stored : blank(sample, task);
  }

  keep(sample: Sample, task: Task, text: string): void {
    this.#settings.write(draftKey(sample, task), text);
  }

  submit(text: string): void {
    this.#desk.submit(text);
  }

  skip(): void {
    this.#desk.skip();
  }
}

/** The text that a task starts from. */
export function blank(sample: Sample, task: Task): string {
  return task === 'repair' ? sample.insecureCode : `${sample.signature.trimEnd()}\n`;
}

function draftKey(sample: Sample, task: Task): string {
  return `draft.${task}.${sample.id}`;
}
