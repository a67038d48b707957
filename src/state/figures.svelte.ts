import { figuresOfCounts, type Figures, type SampleFigures } from '../core/metrics/index.ts';

/** What the worker is asked. */
export interface FiguresRequest {
  readonly id: number;
  readonly samples: readonly SampleFigures[];
  readonly ks: readonly number[];
}

/** What it answers. */
export interface FiguresReply {
  readonly id: number;
  readonly figures: Figures;
}

/** While attempts come in, the figures are brought up to date this often, in milliseconds. */
const EVERY_MS = 300;

/**
 * The figures of a view: at once without intervals, then with them from a worker when nothing changes any
 * more. Call `dispose` when the view goes.
 */
export class FiguresState {
  #figures = $state.raw<Figures | null>(null);
  #settled = $state.raw(false);
  #worker: Worker | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #request: FiguresRequest = { id: 0, samples: [], ks: [] };

  /** Null before the first `show`. */
  get figures(): Figures | null {
    return this.#figures;
  }

  /** Whether the intervals are there. */
  get settled(): boolean {
    return this.#settled;
  }

  /** @param final whether these are all the results for now, so that the intervals are worth computing. */
  show(samples: readonly SampleFigures[], ks: readonly number[], final: boolean): void {
    this.#request = { id: this.#request.id + 1, samples, ks };
    this.#settled = false;
    if (final || this.#figures === null) {
      this.#computeQuickly();
      if (final) this.#askWorker();
      return;
    }
    this.#timer ??= setTimeout(() => this.#computeQuickly(), EVERY_MS);
  }

  dispose(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#worker?.terminate();
    this.#worker = null;
  }

  #computeQuickly(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#figures = figuresOfCounts(this.#request.samples, this.#request.ks, { resamples: 0 });
  }

  #askWorker(): void {
    if (this.#worker === null) {
      this.#worker = new Worker(new URL('./figures-worker.ts', import.meta.url), {
        type: 'module',
      });
      this.#worker.onmessage = ({ data }: MessageEvent<FiguresReply>) => {
        // Results may have come in meanwhile.
        if (data.id !== this.#request.id) return;
        this.#figures = data.figures;
        this.#settled = true;
      };
      this.#worker.onerror = () => {
        // Without the worker the page computes them itself; slower, but never without intervals.
        this.#figures = figuresOfCounts(this.#request.samples, this.#request.ks);
        this.#settled = true;
      };
    }
    this.#worker.postMessage(this.#request);
  }
}
