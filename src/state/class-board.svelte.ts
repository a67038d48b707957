import type { SameName } from '../core/teach/class-roll.ts';
import type { Adapters } from './adapters.ts';
import { AnswerChecks } from './answer-checks.svelte.ts';
import type { DatasetState } from './dataset.svelte.ts';

/** Longer texts than this are no results of a class. */
const MOST_CHARACTERS = 5_000_000;

/** What a teacher pasted, as long as the page is open: names of students are kept nowhere. */
export class ClassBoard {
  readonly checks: AnswerChecks;
  #text = $state.raw('');
  #sameName = $state.raw<SameName>('newest');
  #problem = $state.raw<string | null>(null);

  constructor(adapters: Adapters, data: DatasetState) {
    this.checks = new AnswerChecks(adapters, data);
  }

  get text(): string {
    return this.#text;
  }

  set text(text: string) {
    const fits = text.length <= MOST_CHARACTERS;
    this.#problem = fits
      ? null
      : 'This is more than 5 million characters, so it was not taken. Paste the links in parts.';
    if (fits) this.#text = text;
  }

  /** Why a text was not taken. */
  get problem(): string | null {
    return this.#problem;
  }

  get sameName(): SameName {
    return this.#sameName;
  }

  set sameName(sameName: SameName) {
    this.#sameName = sameName;
  }

  /** Adds the texts of files below what is there. */
  async addFiles(files: Iterable<Pick<File, 'text' | 'size'>>): Promise<void> {
    for (const file of files) {
      if (file.size > MOST_CHARACTERS) this.text = ' '.repeat(MOST_CHARACTERS + 1);
      else this.text = `${this.#text}${this.#text === '' ? '' : '\n'}${await file.text()}`;
    }
  }

  clear(): void {
    this.checks.stop();
    this.#text = '';
    this.#problem = null;
  }
}
