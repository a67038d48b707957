/** The worker's program: boots the engine, then answers attempts over its private port. */
import type { AttemptRequest, WorkerInit, WorkerReport, WorkerRequest } from '../protocol.ts';
import { calibrate } from './calibrate.ts';
import { CompiledTests } from './compiled-tests.ts';
import { deathOf } from './instance.ts';
import { encodeText, fromJson, toJson } from './intrinsics.ts';
import { type Engine, startEngine } from './start-engine.ts';

/** A worker whose interpreters grew beyond this is replaced: restoring them would take too long. */
const LARGEST_REUSED_HEAP = 100 << 20;

// The port stays in this closure; the worker's own postMessage, which code under test might find, goes nowhere.
self.onmessage = (message: MessageEvent<WorkerInit>) => {
  self.onmessage = null;
  const [port] = message.ports;
  if (port) void serve(port, message.data);
};

async function serve(port: MessagePort, init: WorkerInit): Promise<void> {
  const post = MessagePort.prototype.postMessage as (this: MessagePort, text: string) => void;
  const { apply } = Reflect;
  const report = (message: WorkerReport): void => apply(post, port, [toJson(message)]);
  const now = Performance.prototype.now.bind(performance);
  const started = now();
  let current = 0;
  let currentTests = '';
  let phaseStarted = started;
  const phases: Record<string, number> = {};
  const mark = (phase: string): void => {
    const time = now();
    phases[phase] = time - phaseStarted;
    phaseStarted = time;
  };
  try {
    const compiled = new CompiledTests();
    const engine = await startEngine(init, mark, (running, told) => {
      // The page checks the events; here they are passed on as they are.
      const events = told.filter((event) => {
        if (event.event === 'revive') running.reviveCell();
        else if (event.event === 'compiled') compiled.keep(currentTests, event['code']);
        else return true;
        return false;
      });
      if (events.length > 0) report({ kind: 'events', attempt: current, events } as WorkerReport);
    });
    port.onmessage = (message: MessageEvent<string>) => {
      const request = fromJson(message.data) as WorkerRequest;
      if (request.kind === 'calibrate') {
        report({ kind: 'calibrated', calibration: calibrate(engine, request.rounds, now) });
        engine.restore();
        return;
      }
      current = request.attempt;
      currentTests = request.job.tests;
      const end = runAttempt(engine, request, compiled.of(currentTests), now);
      report(end);
      if (end.kind !== 'finished' || !end.reusable) return;
      const before = now();
      engine.restore();
      report({ kind: 'restored', restoreMs: now() - before });
    };
    report({ kind: 'ready', bootMs: now() - started, phases });
  } catch (error) {
    report({
      kind: 'boot-failed',
      detail: String(error instanceof Error ? (error.stack ?? error) : error),
    });
  }
}

function runAttempt(
  engine: Engine,
  { attempt, job }: AttemptRequest,
  compiled: unknown,
  now: () => number,
): WorkerReport {
  const started = now();
  let reply: Uint8Array | null;
  try {
    engine.seed(job.seed);
    reply = engine.judge.call(engine.run, encodeText(toJson({ ...job, compiled })));
  } catch (error) {
    const { how, detail } = engine.judge.death ?? deathOf(error);
    return { kind: 'broken', attempt, detail: `the judge was lost (${how}): ${detail}` };
  }
  if (reply === null) return { kind: 'broken', attempt, detail: 'the judge raised an exception' };
  const ran = now();
  const heapBytes = engine.judge.module.HEAPU8.length + engine.cell.module.HEAPU8.length;
  const reusable =
    engine.judge.module.HEAPU8.length <= LARGEST_REUSED_HEAP &&
    engine.cell.module.HEAPU8.length <= LARGEST_REUSED_HEAP;
  return { kind: 'finished', attempt, runMs: ran - started, heapBytes, reusable };
}
