import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { mix32 } from '../../../src/core/random/derive-seed.ts';
import type { GenerationEvent, Session } from '../../../src/run/ports.ts';
import { fakeDataset } from '../../fakes/fake-dataset.ts';
import { fakeSandbox } from '../../fakes/fake-sandbox.ts';
import { eventsOf, prepare } from './harness.ts';

// Time stands still here but for what the fakes take: no machine is too slow for these.

const samples = (count: number) =>
  fakeDataset(Array.from({ length: count }, (_, at) => `CWE-089/s${at}`));

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Answers with working code after so many milliseconds, a few questions at once. */
function scripted(ms: number, parallel = 1): Session {
  return {
    device: { backend: 'none' },
    parallel,
    answersAreReferences: true,
    async *generate(): AsyncGenerator<GenerationEvent, void, void> {
      await new Promise((resolve) => setTimeout(resolve, ms));
      yield { type: 'text', delta: 'def solve(text):\n    return text  # secure\n' };
      yield { type: 'done', finish: 'stop' };
    },
    dispose: async () => undefined,
  };
}

/** Milliseconds that judging takes, from 50 to 2,700: a few answers take most of the time. */
const uneven = (job: number): number => Math.round(50 * Math.exp(4 * (mix32(job) / 2 ** 32)));

/** Milliseconds from the start of a run to its end. */
async function wallTime(
  session: Session,
  scoringMs: number | ((job: number) => number),
  count = 40,
): Promise<number> {
  const sandbox = fakeSandbox({ parallel: 2, ms: scoringMs });
  const plan = { attemptsPerSample: 1 };
  const { run, ports } = await prepare(samples(count), { plan, ports: { session, sandbox } });
  const started = Date.now();
  const running = eventsOf(run, ports);
  let ended = 0;
  void running.then(() => (ended = Date.now()));
  while (ended === 0) await vi.advanceTimersByTimeAsync(1);
  expect((await running).at(-1)).toEqual({ type: 'finished' });
  return ended - started;
}

describe('the wall time of a run is within 10 % of the longer of its halves', () => {
  test.each([
    ['a slow model', 200, 1, 50],
    ['judging that takes as long as the model', 100, 1, 200],
    ['slow judging', 20, 1, 300],
    ['four requests at once', 400, 4, 50],
    ['four requests at once and slow judging', 100, 4, 300],
  ])('%s', async (_case, generationMs, parallel, scoringMs) => {
    const generating = (40 * generationMs) / parallel;
    const judging = (40 * scoringMs) / 2;
    const wall = await wallTime(scripted(generationMs, parallel), scoringMs);
    expect(wall / Math.max(generating, judging)).toBeLessThan(1.1);
  });

  test('judging that takes as long as the model, and very unevenly', async () => {
    const judging = await wallTime(scripted(0), uneven, 180);
    const wall = await wallTime(scripted(judging / 180), uneven, 180);
    expect(wall / judging).toBeLessThan(1.1);
  });
});
