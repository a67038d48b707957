import type { OriginalLine } from '../core/exchange/original-report.ts';
import type { AnswerFile } from '../run/answers/read-answers.ts';
import { NO_SET, type ForeignSet } from '../run/foreign/foreign-set.ts';
import { programsOf } from '../run/foreign/judge-originals.ts';
import type { Adapters } from './adapters.ts';
import { inBatches } from './in-batches.ts';

/** Another data set that the visitor gave: read, and judged by its own rule. It lasts as long as the tab. */
export class ForeignState {
  readonly #adapters: Adapters;
  #set = $state.raw<ForeignSet>(NO_SET);
  #results = $state.raw<readonly OriginalLine[]>([]);
  #reading = $state.raw(false);
  #running = $state.raw(false);
  #problem = $state.raw<string | null>(null);
  /** All files so far: what belongs together may come one by one. */
  #files: ReadonlyMap<string, AnswerFile> = new Map();
  #controller: AbortController | null = null;

  constructor(adapters: Adapters) {
    this.#adapters = adapters;
  }

  get set(): ForeignSet {
    return this.#set;
  }

  /** In the order in which they came. */
  get results(): readonly OriginalLine[] {
    return this.#results;
  }

  get reading(): boolean {
    return this.#reading;
  }

  get running(): boolean {
    return this.#running;
  }

  /** Programs that are judged, and that there are. */
  get progress(): { readonly done: number; readonly all: number } {
    return { done: this.#results.length, all: programsOf(this.#set) };
  }

  /** Why it stopped, and what to do next. */
  get problem(): string | null {
    return this.#problem;
  }

  /** Reads files, together with those that were given before. What was judged before is forgotten. */
  async open(files: readonly AnswerFile[]): Promise<void> {
    if (files.length === 0) return;
    const signal = this.#begin();
    // The same file again takes the place of the first.
    this.#files = new Map([...this.#files, ...files.map((file) => [file.path, file] as const)]);
    this.#results = [];
    this.#reading = true;
    try {
      const { readForeign } = await import('../run/foreign/read-foreign.ts');
      const set = await readForeign([...this.#files.values()], signal);
      if (!signal.aborted) this.#set = set;
    } catch (error) {
      this.#explain(error, signal);
    } finally {
      if (!signal.aborted) this.#reading = false;
    }
  }

  /** Judges everything from the start. Resolves when it is done or was stopped; what was judged stays. */
  async run(): Promise<void> {
    const signal = this.#begin();
    this.#results = [];
    this.#running = true;
    try {
      const { sandbox } = this.#adapters;
      await sandbox.prepare();
      const { judgeOriginals } = await import('../run/foreign/judge-originals.ts');
      await inBatches(judgeOriginals(this.#set, sandbox, signal), (result) => {
        if (!signal.aborted) this.#results = [...this.#results, result];
      });
    } catch (error) {
      this.#explain(error, signal);
    } finally {
      if (!signal.aborted) this.#running = false;
    }
  }

  stop(): void {
    this.#controller?.abort();
    this.#running = false;
    this.#reading = false;
  }

  /** Lets go of everything. */
  forget(): void {
    this.stop();
    this.#files = new Map();
    this.#set = NO_SET;
    this.#results = [];
    this.#problem = null;
  }

  #begin(): AbortSignal {
    this.stop();
    this.#problem = null;
    this.#controller = new AbortController();
    return this.#controller.signal;
  }

  #explain(error: unknown, signal: AbortSignal): void {
    if (signal.aborted) return;
    this.#problem = error instanceof Error ? error.message : String(error);
  }
}
