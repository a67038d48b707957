import { answerFigures, type FiguresAnswer, type FiguresQuestion } from './figures-question.ts';

/** What the worker is asked. */
export interface FiguresRequest {
  readonly id: number;
  readonly question: FiguresQuestion;
}

/** What it answers. */
export interface FiguresReply {
  readonly id: number;
  readonly answer: FiguresAnswer;
}

/** While attempts come in, the figures are brought up to date this often, in milliseconds. */
const EVERY_MS = 300;

/**
 * The figures of a view: at once without intervals, then with them from a worker when nothing changes any
 * more. Call `dispose` when the view goes.
 */
export class FiguresState {
  #answer = $state.raw<FiguresAnswer | null>(null);
  #settled = $state.raw(false);
  #worker: Worker | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #request: FiguresRequest = { id: 0, question: { samples: [], ks: [], groupOf: new Map() } };

  /** Null before the first `show`. */
  get answer(): FiguresAnswer | null {
    return this.#answer;
  }

  /** Whether the intervals are there. */
  get settled(): boolean {
    return this.#settled;
  }

  /** @param final whether these are all the results for now, so that the intervals are worth computing. */
  show(question: FiguresQuestion, final: boolean): void {
    this.#request = { id: this.#request.id + 1, question };
    this.#settled = false;
    if (final || this.#answer === null) {
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
    this.#answer = answerFigures(this.#request.question, { resamples: 0 });
  }

  #askWorker(): void {
    if (this.#worker === null) {
      this.#worker = new Worker(new URL('./figures-worker.ts', import.meta.url), {
        type: 'module',
      });
      this.#worker.onmessage = ({ data }: MessageEvent<FiguresReply>) => {
        // Results may have come in meanwhile.
        if (data.id !== this.#request.id) return;
        this.#answer = data.answer;
        this.#settled = true;
      };
      this.#worker.onerror = () => {
        // Without the worker the page computes them itself; slower, but never without intervals.
        this.#answer = answerFigures(this.#request.question);
        this.#settled = true;
      };
    }
    this.#worker.postMessage(this.#request);
  }
}
