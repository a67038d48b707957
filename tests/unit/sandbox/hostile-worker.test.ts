import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EngineFrame } from '../../../src/sandbox/host/engine-frame.ts';
import { runPass } from '../../../src/sandbox/host/run-pass.ts';
import { SandboxWorker } from '../../../src/sandbox/host/sandbox-worker.ts';
import { parseFrameReport, parseWorkerReport } from '../../../src/sandbox/protocol.ts';

// A worker whose JavaScript was taken over may say anything at any time. The page must come to an end, with
// nothing that the protocol doesn't know.

const LIMITS = { loadMs: 20, silenceMs: 20, attemptMs: 60, testMs: () => 20 };
const JOB = { code: '', entryPoint: 'f', tests: '', only: ['a', 'b'], seed: 1 };

/** Fake line to a worker that answers every request with these messages. */
function workerThatSays(messages: readonly unknown[]): SandboxWorker {
  const port = {
    onmessage: null as ((message: { data: unknown }) => void) | null,
    onmessageerror: null,
    postMessage() {
      setTimeout(() => {
        for (const data of messages) port.onmessage?.({ data });
      });
    },
  };
  const frame = { startWorker: () => ({ port, end: () => undefined }) };
  return new SandboxWorker(frame as unknown as EngineFrame, () => undefined);
}

const event = (told: object): object => ({ kind: 'events', attempt: 1, events: [told] });
const started = (name: string): object => event({ event: 'test-started', name });
const finished = (name: string, status = 'passed'): object =>
  event({ event: 'test-finished', name, result: { status } });
const END = { kind: 'finished', attempt: 1, runMs: 1, heapBytes: 1, reusable: true };

const pass = (...messages: readonly object[]): ReturnType<typeof runPass> =>
  runPass(
    workerThatSays(messages.map((message) => JSON.stringify(message))),
    JOB,
    LIMITS,
    new AbortController().signal,
  );

test('tests that begin and end in turn are results', async () => {
  const { end, results } = await pass(
    started('a'),
    finished('a'),
    started('b'),
    finished('b'),
    END,
  );
  expect(end).toEqual({ kind: 'finished' });
  expect([...results.keys()]).toEqual(['a', 'b']);
});

for (const [what, ...messages] of [
  ['a test that ends without a beginning', finished('a')],
  ['a test that ends twice', started('a'), finished('a'), finished('a')],
  ['a test that runs again', started('a'), finished('a'), started('a')],
  ['two tests at once', started('a'), started('b')],
  ['a test that was not asked for', started('z')],
  ['the end of another test', started('a'), finished('b')],
] as const) {
  test(`${what} is the engine's failure`, async () => {
    const { end, reusable } = await pass(...messages, END);
    expect(end).toMatchObject({ kind: 'engine-failed' });
    expect(reusable).toBe(false);
  });
}

test('messages of another attempt are passed over', async () => {
  const other = { ...started('a'), attempt: 2 };
  const { end, results } = await pass(
    other,
    { ...END, attempt: 7 },
    started('a'),
    finished('a'),
    END,
  );
  expect(end).toEqual({ kind: 'finished' });
  expect([...results.keys()]).toEqual(['a']);
});

const anyKind = fc.constantFrom(
  'ready', 'boot-failed', 'calibrated', 'events', 'finished', 'restored', 'broken', 'worker-failed',
  '__proto__', 'constructor',
); // prettier-ignore
const nearMiss = fc.record(
  {
    kind: anyKind,
    attempt: fc.oneof(fc.integer({ min: 0, max: 2 }), fc.anything()),
    events: fc.oneof(
      fc.array(
        fc.record(
          {
            event: fc.oneof(
              fc.constantFrom('test-started', 'test-finished', 'loaded'),
              fc.anything(),
            ),
            name: fc.oneof(fc.constantFrom('a', 'b', 'z'), fc.anything()),
            result: fc.oneof(fc.constant({ status: 'passed' }), fc.anything()),
          },
          { requiredKeys: [] },
        ),
      ),
      fc.anything(),
    ),
    detail: fc.anything(),
    bootMs: fc.anything(),
    reusable: fc.anything(),
  },
  { requiredKeys: ['kind'] },
);
const anyText = fc.oneof(
  fc.string(),
  fc.json(),
  nearMiss.map((value) => JSON.stringify(value) ?? ''),
);
const anyMessage = fc.oneof(anyText, nearMiss, fc.anything());

test('whatever a worker sends, the pass ends, and all that it holds was asked for', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyMessage, { maxLength: 12 }), async (messages) => {
      const { end, results } = await runPass(
        workerThatSays(messages),
        JOB,
        LIMITS,
        new AbortController().signal,
      );
      expect(['finished', 'load-failed', 'timeout', 'engine-failed']).toContain(end.kind);
      for (const name of results.keys()) expect(JOB.only).toContain(name);
    }),
    { numRuns: 400 },
  );
}, 120_000);

test('whatever arrives is either a message of the protocol or an error', () => {
  fc.assert(
    fc.property(anyMessage, (message) => {
      for (const parse of [parseFrameReport, parseWorkerReport]) {
        try {
          expect(typeof parse(message).kind).toBe('string');
        } catch (error) {
          expect(error).toBeInstanceOf(Error);
        }
      }
    }),
    { numRuns: 2000 },
  );
});
