import type { Comparison, ComparedRun, Figures, SampleFigures } from '../core/metrics/index.ts';

/** Two runs, and as how many tries an attempt of each counts beside the other. */
export interface ComparedPair {
  readonly first: ComparedRun;
  readonly second: ComparedRun;
}

/** What the worker is asked: runs in the order of the view; the first is the one the others are compared with. */
export interface ComparisonRequest {
  readonly runs: readonly {
    readonly samples: readonly SampleFigures[];
    /** As whom the first run is taken beside this one, and this one beside the first. */
    readonly compared: ComparedPair | null;
    /** The plain run of the same model and task, and this one; null where there is no such run. */
    readonly againstPlain: ComparedPair | null;
  }[];
}

/** What it answers, in the same order. */
export interface ComparisonReply {
  readonly runs: readonly {
    readonly figures: Figures;
    readonly comparison: Comparison | null;
    readonly againstPlain: Comparison | null;
  }[];
}

/** The figures and differences of several runs, from a worker: the bootstraps would be felt on the page. */
export class ComparisonState {
  #reply = $state.raw<ComparisonReply | null>(null);
  #problem = $state.raw<string | null>(null);
  #worker: Worker | null = null;

  /** Null while it is computed. */
  get reply(): ComparisonReply | null {
    return this.#reply;
  }

  get problem(): string | null {
    return this.#problem;
  }

  show(request: ComparisonRequest): void {
    this.dispose();
    this.#reply = null;
    this.#problem = null;
    this.#worker = new Worker(new URL('./comparison-worker.ts', import.meta.url), {
      type: 'module',
    });
    this.#worker.onmessage = ({ data }: MessageEvent<ComparisonReply>) => {
      this.#reply = data;
    };
    this.#worker.onerror = () => {
      this.#problem = 'The comparison could not be computed. Reload the page to try again.';
    };
    this.#worker.postMessage(request);
  }

  dispose(): void {
    this.#worker?.terminate();
    this.#worker = null;
  }
}
