import type { AnswerReading } from '../run/answers/answer-collector.ts';
import { extentOf } from '../run/answers/extent.ts';
import { readAnswers, type AnswerFile, type ReadingProgress } from '../run/answers/read-answers.ts';
import type { AnswerSet } from '../run/ports.ts';
import { REPLAY_PROVIDER } from '../run/score-again.ts';
import type { Adapters } from './adapters.ts';
import type { DatasetState } from './dataset.svelte.ts';
import type { ModelShelf } from './model-shelf.svelte.ts';

/** What was read and waits for the visitor's word. */
export interface ReadFiles {
  /** A name for the model, from the file's. */
  readonly title: string;
  readonly reading: AnswerReading;
}

/** Files with answers that the visitor gives: reading them, and keeping what is to be scored. */
export class AnswersState {
  readonly #deps: { adapters: Adapters; data: DatasetState; shelf: ModelShelf };
  #progress = $state.raw<ReadingProgress | null>(null);
  #read = $state.raw<ReadFiles | null>(null);
  #problem = $state.raw<string | null>(null);
  #controller: AbortController | null = null;

  constructor(deps: { adapters: Adapters; data: DatasetState; shelf: ModelShelf }) {
    this.#deps = deps;
  }

  /** Null while nothing is being read. */
  get progress(): ReadingProgress | null {
    return this.#progress;
  }

  get read(): ReadFiles | null {
    return this.#read;
  }

  /** Why nothing could be read or kept. */
  get problem(): string | null {
    return this.#problem;
  }

  /** Reads the files; what was read before and not kept is forgotten. */
  async open(files: readonly AnswerFile[]): Promise<void> {
    const [first] = files;
    if (first === undefined) return;
    this.cancel();
    const controller = new AbortController();
    const { signal } = controller;
    this.#controller = controller;
    this.#problem = null;
    this.#read = null;
    this.#progress = { bytes: 0, totalBytes: 0, answers: 0 };
    try {
      const { samples } = await this.#deps.data.load();
      const reading = await readAnswers(files, {
        sampleIds: samples.map(({ id }) => id),
        signal,
        onProgress: (progress) => {
          if (!signal.aborted) this.#progress = progress;
        },
      });
      if (!signal.aborted) this.#read = { title: titleOf(first.path), reading };
    } catch (error) {
      if (!signal.aborted) this.#problem = error instanceof Error ? error.message : String(error);
    } finally {
      if (this.#controller === controller) this.#progress = null;
    }
  }

  /** Stops reading. */
  cancel(): void {
    this.#controller?.abort();
    this.#controller = null;
    this.#progress = null;
  }

  /** Lets go of what was read. */
  drop(): void {
    this.#read = null;
  }

  /** Keeps what was read, under this title; null where that failed. */
  async keep(title: string): Promise<AnswerSet | null> {
    const { adapters } = this.#deps;
    const completions = this.#read?.reading.completions ?? [];
    if (completions.length === 0) return null;
    const { sampleIds, attemptsPerSample } = extentOf(completions);
    const set: AnswerSet = {
      id: adapters.newId(),
      title: title.trim().slice(0, 200) || 'Answers from elsewhere',
      createdAt: adapters.now(),
      sampleIds,
      count: completions.length,
      attemptsPerSample,
    };
    try {
      await adapters.answerSets.putAnswers(set, completions);
    } catch (error) {
      this.#problem = error instanceof Error ? error.message : String(error);
      return null;
    }
    this.#read = null;
    await this.#lookAgain();
    return set;
  }

  async forget(id: string): Promise<void> {
    await this.#deps.adapters.answerSets.deleteAnswers(id);
    await this.#lookAgain();
  }

  async #lookAgain(): Promise<void> {
    this.#deps.shelf.forget(REPLAY_PROVIDER);
    await this.#deps.shelf.look(REPLAY_PROVIDER);
  }
}

/** `results/gpt-x/samples.jsonl.gz` is called by its folder where the file's own name says nothing. */
function titleOf(path: string): string {
  const parts = path.split('/').filter((part) => part !== '');
  const name = (parts.at(-1) ?? path).replace(/\.(jsonl|json|txt|md|zip|gz)(\.gz)?$/i, '');
  return parts.length > 1 ? (parts[0] ?? name) : name;
}
