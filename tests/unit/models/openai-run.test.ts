import { describe, expect, test } from 'vitest';
import type { Sleep } from '../../../src/run/sleep.ts';
import type { Behaviour } from '../../fakes/fault-server.ts';
import { fakeDataset } from '../../fakes/fake-dataset.ts';
import { eventsOf, prepare } from '../run/harness.ts';
import { load, never, providerAt, serve } from './openai-harness.ts';

// Whole runs over real HTTP: what a fault costs, and that it costs no result.

const DATASET = fakeDataset(['CWE-022/a', 'CWE-078/b', 'CWE-089/c']);
const CODE = 'def solve(text):\n    return text  # secure — größer, 安全\n';
const ANSWER: Behaviour = { kind: 'answer', text: CODE, pieceBytes: 3 };

/** A run of three samples against a server whose second answer is `fault`, so many times. */
async function runWith(fault: Behaviour, times = 1) {
  const silences = patience();
  const server = await serve({
    chat(_body, call) {
      if (call < 1 || call > times) return ANSWER;
      // Once it has said what it says.
      if (fault.kind === 'stall') setTimeout(() => silences.expire(), 50);
      return fault;
    },
  });
  const waits: number[] = [];
  // Waits of the run are only noted.
  const sleep = async (ms: number, signal: AbortSignal) => {
    signal.throwIfAborted();
    waits.push(ms);
  };
  const provider = providerAt(server.url, {
    endpoint: { parallel: 1 },
    sleep: silences.sleep,
  });
  const session = await load(provider);
  const plan = { attemptsPerSample: 1 };
  const { run, ports } = await prepare(DATASET, { plan, ports: { session, sleep } });
  const events = await eventsOf(run, ports);
  const attempts = await ports.store.listAttempts(run.id);
  return { run, ports, events, attempts, waits, server };
}

/**
 * Waits that are over when the test says so: what a server asks to wait, at once; silences that are borne when `expire`
 * is called, and never later ones.
 */
function patience(): { sleep: Sleep; expire(): void } {
  let waiting: (() => void)[] = [];
  return {
    sleep: (ms, signal) =>
      ms <= 10_000
        ? Promise.resolve()
        : Promise.race([
            never(ms, signal),
            new Promise<void>((resolve) => void waiting.push(resolve)),
          ]),
    expire() {
      for (const end of waiting) end();
      waiting = [];
    },
  };
}

const PASSING: readonly (readonly [string, Behaviour])[] = [
  ['status 500', { kind: 'status', status: 500, body: { error: 'out of slots' } }],
  ['status 503 with a page', { kind: 'html', status: 503 }],
  ['a connection cut before the first word', { kind: 'disconnect' }],
  ['a connection cut midway', { kind: 'disconnect', text: 'def solve(' }],
  ['silence midway', { kind: 'stall', text: 'def solve(' }],
  ['silence from the start', { kind: 'stall' }],
  ['an answer that ends without an end', { kind: 'events', events: 'data: {"choices":[]}\n\n' }],
  ['an error within the stream', { kind: 'events', events: 'data: {"error":"boom"}\n\n' }],
];

describe('what passes is asked again, and no half of an answer is kept', () => {
  test.each(PASSING)('%s', async (_what, fault) => {
    const { events, attempts, waits } = await runWith(fault);
    expect(events.at(-1)).toEqual({ type: 'finished' });
    expect(attempts.map(({ completion }) => completion.text)).toEqual([CODE, CODE, CODE]);
    expect(attempts.map(({ verdict }) => verdict)).toEqual(['secure', 'secure', 'secure']);
    expect(waits).toEqual([1000]);
  });
});

test('a limit is waited out as long as the server says', async () => {
  const headers = { 'retry-after': '7' };
  const { events, waits } = await runWith({ kind: 'status', status: 429, headers }, 2);
  expect(events.at(-1)).toEqual({ type: 'finished' });
  expect(waits).toEqual([7000, 7000]);
});

const LASTING: readonly (readonly [string, string, Behaviour])[] = [
  ['a key that is no longer taken', 'auth', { kind: 'status', status: 401 }],
  ['a model that is gone', 'unsupported', { kind: 'status', status: 404 }],
  ['a web page instead of an answer', 'bad-file', { kind: 'html' }],
  ['an account without credit', 'credit', { kind: 'status', status: 402 }],
  ['a server that stays broken', 'network', { kind: 'status', status: 500 }],
];

describe('what doesn’t pass ends the run, which goes on from there once it is mended', () => {
  test.each(LASTING)('%s: "%s"', async (_what, code, fault) => {
    // Four tries are all that a broken server gets; the next question finds it mended.
    const { run, ports, events, attempts } = await runWith(fault, code === 'network' ? 4 : 1);
    expect(events.at(-1)).toMatchObject({ type: 'generation-failed', code });
    expect(attempts).toHaveLength(1);
    const again = await eventsOf(run, ports);
    expect(again.at(-1)).toEqual({ type: 'finished' });
    const stored = await ports.store.listAttempts(run.id);
    expect(stored.map(({ verdict }) => verdict)).toEqual(['secure', 'secure', 'secure']);
  });
});
