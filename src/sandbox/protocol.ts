/**
 * What page, frame and worker say to each other.
 *
 *   page ⇄ frame    objects over a private port: hand in the engine, start and end workers
 *   page ⇄ worker   text of JSON over a private port, one per worker: attempts and what became of them
 *
 * The page reads nothing from either side without its schema; text only, so that no object with
 * behaviour of its own arrives.
 */
import * as v from 'valibot';

/* ---- page → frame ---- */

/** First message to the frame, with its control port. */
export interface FrameInit {
  readonly kind: 'init';
}

/** The files that the engine is made of. */
export const PART_NAMES = ['worker', 'wasm', 'base', 'judge', 'cell', 'stdlib'] as const;
export type PartName = (typeof PART_NAMES)[number];

export type FrameCommand =
  /** A file of the engine as it was downloaded: gzip, of so many bytes when unpacked. */
  | {
      readonly kind: 'part';
      readonly name: PartName;
      readonly gzip: ArrayBuffer;
      readonly rawBytes: number;
    }
  /** Comes with the port that the worker will talk to the page through. It boots when all parts are there. */
  | { readonly kind: 'start'; readonly worker: number }
  /** Asks for a sign of life. */
  | { readonly kind: 'pulse' }
  | { readonly kind: 'end'; readonly worker: number };

/* ---- frame → page ---- */

const frameReport = v.variant('kind', [
  /** The engine is compiled; workers can be started. */
  v.object({ kind: v.literal('ready') }),
  v.object({ kind: v.literal('failed'), detail: v.string() }),
  /** The answer to `pulse`. */
  v.object({ kind: v.literal('alive') }),
  /** An error event of a worker: it is of no use any more. */
  v.object({ kind: v.literal('worker-failed'), worker: v.number(), detail: v.string() }),
]);
export type FrameReport = v.InferOutput<typeof frameReport>;

/* ---- frame → worker ---- */

/** First message to a worker, with its port to the page. */
export interface WorkerInit {
  readonly module: WebAssembly.Module;
  readonly stdlib: ArrayBuffer;
  /** Memory images (memory-image.ts); judge and cell are differences from the base. */
  readonly base: ArrayBuffer;
  readonly judge: ArrayBuffer;
  readonly cell: ArrayBuffer;
}

/* ---- page → worker ---- */

/** One attempt, as `judge_main.run` takes it. `only` names the tests to run; null: all. */
export interface AttemptRequest {
  readonly kind: 'attempt';
  readonly attempt: number;
  readonly job: {
    readonly code: string;
    readonly entryPoint: string;
    readonly tests: string;
    readonly only: readonly string[] | null;
    readonly seed: number;
  };
}

export type WorkerRequest =
  AttemptRequest | { readonly kind: 'calibrate'; readonly rounds: number };

/* ---- worker → page ---- */

const pythonError = v.strictObject({
  type: v.string(),
  message: v.string(),
  line: v.exactOptional(v.pipe(v.number(), v.integer())),
});
const death = {
  how: v.picklist(['exit', 'memory', 'crash']),
  detail: v.string(),
};

/** A result that the judge can give; `timeout` and `skipped` are the page's. */
const judgedResult = v.variant('status', [
  v.strictObject({ status: v.literal('passed') }),
  v.strictObject({ status: v.literal('failed'), error: pythonError }),
  v.strictObject({ status: v.literal('died'), ...death }),
  v.strictObject({ status: v.literal('inconclusive'), reason: v.string() }),
]);

const loadFailure = v.variant('reason', [
  v.strictObject({ reason: v.literal('syntax-error'), error: pythonError }),
  v.strictObject({ reason: v.literal('missing-module'), error: pythonError }),
  v.strictObject({ reason: v.literal('exception'), error: pythonError }),
  v.strictObject({ reason: v.literal('no-entry-point'), entryPoint: v.string() }),
  v.strictObject({ reason: v.literal('died'), ...death }),
]);

/** What the judge tells about the attempt that it runs. */
const judgeEvent = v.variant('event', [
  v.strictObject({ event: v.literal('loading') }),
  v.strictObject({ event: v.literal('loaded') }),
  v.strictObject({ event: v.literal('load-failed'), failure: loadFailure }),
  v.strictObject({ event: v.literal('test-started'), name: v.string() }),
  v.strictObject({ event: v.literal('test-finished'), name: v.string(), result: judgedResult }),
  v.strictObject({ event: v.literal('harness-failed'), detail: v.string() }),
]);
export type JudgeEvent = v.InferOutput<typeof judgeEvent>;

const milliseconds = v.pipe(v.number(), v.minValue(0));

/** How long a fixed piece of Python takes on this device just now, over several rounds. */
const calibration = v.strictObject({ fastestMs: milliseconds, meanMs: milliseconds });
export type Calibration = v.InferOutput<typeof calibration>;

const workerReport = v.variant('kind', [
  v.strictObject({
    kind: v.literal('ready'),
    bootMs: milliseconds,
    /** Where the boot's time went, by phase. */
    phases: v.record(v.string(), milliseconds),
  }),
  v.strictObject({ kind: v.literal('calibrated'), calibration }),
  v.strictObject({ kind: v.literal('boot-failed'), detail: v.string() }),
  /** What happened, in order; the page's clock follows it. */
  v.strictObject({ kind: v.literal('events'), attempt: v.number(), events: v.array(judgeEvent) }),
  /** The attempt is over. `reusable`: false where the worker has to go. */
  v.strictObject({
    kind: v.literal('finished'),
    attempt: v.number(),
    runMs: milliseconds,
    heapBytes: v.number(),
    reusable: v.boolean(),
  }),
  /** The interpreters are put back, while the page was taking in the end of the attempt. */
  v.strictObject({ kind: v.literal('restored'), restoreMs: milliseconds }),
  /** The judge itself was lost: nothing is known of the code. The worker has to go. */
  v.strictObject({ kind: v.literal('broken'), attempt: v.number(), detail: v.string() }),
]);
export type WorkerReport = v.InferOutput<typeof workerReport>;

/**
 * Reads a message of the frame.
 *
 * @throws {v.ValiError} where it isn't one
 */
export function parseFrameReport(data: unknown): FrameReport {
  return v.parse(frameReport, data);
}

/**
 * Reads a message of a worker.
 *
 * @throws {SyntaxError | v.ValiError | TypeError} where it isn't one
 */
export function parseWorkerReport(data: unknown): WorkerReport {
  if (typeof data !== 'string') throw new TypeError('a worker sent something that is not text');
  return v.parse(workerReport, JSON.parse(data));
}
