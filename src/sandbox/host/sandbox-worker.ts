import {
  type AttemptRequest,
  type Calibration,
  type JudgeEvent,
  parseWorkerReport,
  type WorkerRequest,
} from '../protocol.ts';
import type { EngineFrame, FrameWorker } from './engine-frame.ts';

/** How long the worker took to boot, in all and by phase, in milliseconds. */
export interface BootFigures {
  readonly bootMs: number;
  readonly phases: Readonly<Record<string, number>>;
}

/** What a worker measured by itself, in milliseconds of its own clock: for measurements, never for verdicts. */
export type WorkerFigures =
  | ({ readonly kind: 'boot' } & BootFigures)
  | { readonly kind: 'attempt'; readonly runMs: number; readonly heapBytes: number }
  | { readonly kind: 'restore'; readonly restoreMs: number };

/** How the worker's part of an attempt ended. */
export type WorkerEnd =
  | { readonly kind: 'finished'; readonly reusable: boolean }
  | { readonly kind: 'lost'; readonly detail: string };

interface Running {
  readonly attempt: number;
  readonly onEvent: (event: JudgeEvent) => void;
  readonly finish: (end: WorkerEnd) => void;
}

/** One worker with its pair of interpreters. Runs one attempt at a time; a lost worker stays lost. */
export class SandboxWorker {
  /** Settles when the worker has booted; rejects when it can't. */
  readonly ready: Promise<BootFigures>;
  readonly #line: FrameWorker;
  readonly #onFigures: (figures: WorkerFigures) => void;
  #boot!: { resolve(figures: BootFigures): void; reject(error: Error): void };
  #running: Running | null = null;
  readonly #calibrating: ((calibration: Calibration | null) => void)[] = [];
  #attempts = 0;
  #sinceCanary = 0;
  #lost: string | null = null;

  constructor(frame: EngineFrame, onFigures: (figures: WorkerFigures) => void) {
    this.#onFigures = onFigures;
    this.ready = new Promise((resolve, reject) => {
      this.#boot = { resolve, reject };
    });
    this.ready.catch(() => undefined); // whoever waits sees it; nobody has to
    this.#line = frame.startWorker((detail) => this.#lose(detail));
    this.#line.port.onmessage = (message: MessageEvent<unknown>) => this.#read(message.data);
    this.#line.port.onmessageerror = () => this.#lose('a message could not be read');
  }

  /** Runs a job; events come in order, then the promise resolves. Never rejects. */
  run(job: AttemptRequest['job'], onEvent: (event: JudgeEvent) => void): Promise<WorkerEnd> {
    if (this.#lost !== null) return Promise.resolve({ kind: 'lost', detail: this.#lost });
    const attempt = ++this.#attempts;
    this.#sinceCanary++;
    return new Promise((resolve) => {
      this.#running = { attempt, onEvent, finish: resolve };
      this.#send({ kind: 'attempt', attempt, job });
    });
  }

  /** Attempts since the last canary; `true` starts to count anew. */
  attemptsSinceCanary(restart = false): number {
    if (restart) this.#sinceCanary = 0;
    return this.#sinceCanary;
  }

  /** Measures the device over so many rounds of about 10 ms; null when the worker is lost before the end. */
  calibrate(rounds: number): Promise<Calibration | null> {
    if (this.#lost !== null) return Promise.resolve(null);
    return new Promise((resolve) => {
      this.#calibrating.push(resolve);
      this.#send({ kind: 'calibrate', rounds });
    });
  }

  /** Ends the worker. An attempt that runs ends as lost. A tight loop in Python stops only this way. */
  end(reason: string): void {
    this.#lose(reason);
  }

  #send(request: WorkerRequest): void {
    this.#line.port.postMessage(JSON.stringify(request));
  }

  #read(data: unknown): void {
    try {
      const report = parseWorkerReport(data);
      switch (report.kind) {
        case 'ready':
          this.#onFigures({ ...report, kind: 'boot' });
          return this.#boot.resolve(report);
        case 'calibrated':
          return this.#calibrating.shift()?.(report.calibration);
        case 'boot-failed':
          return this.#lose(report.detail);
        case 'events':
          if (report.attempt === this.#running?.attempt) {
            for (const event of report.events) this.#running.onEvent(event);
          }
          return;
        case 'finished':
          this.#onFigures({ ...report, kind: 'attempt' });
          return this.#finish(report.attempt, { kind: 'finished', reusable: report.reusable });
        case 'restored':
          return this.#onFigures({ ...report, kind: 'restore' });
        case 'broken':
          return this.#lose(report.detail);
      }
    } catch (error) {
      this.#lose(
        `an unreadable message: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  }

  #finish(attempt: number, end: WorkerEnd): void {
    const running = this.#running;
    if (running?.attempt !== attempt) return;
    this.#running = null;
    running.finish(end);
  }

  #lose(detail: string): void {
    if (this.#lost !== null) return;
    this.#lost = detail;
    this.#line.end();
    this.#boot.reject(new Error(detail));
    for (const settle of this.#calibrating.splice(0)) settle(null);
    const running = this.#running;
    this.#running = null;
    running?.finish({ kind: 'lost', detail });
  }
}
