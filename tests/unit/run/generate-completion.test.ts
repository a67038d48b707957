import { expect, test } from 'vitest';
import { generateCompletion } from '../../../src/run/generate-completion.ts';
import { ProviderError } from '../../../src/run/ports.ts';
import { fakeProvider } from '../../fakes/fake-provider.ts';
import { requestOf } from '../models/provider-contract.ts';

/** What became of a question whose first answers are these failures, and how long was waited. */
async function ask(failures: readonly ProviderError[]) {
  const provider = fakeProvider((_, call) => {
    const fail = failures[call];
    return fail === undefined ? [{ text: 'Hi' }] : [{ fail }];
  });
  const { signal } = new AbortController();
  const session = await provider.load('scripted', { signal, onProgress: () => undefined });
  const waits: number[] = [];
  const result = await generateCompletion(session, requestOf(signal), {
    now: () => 0,
    sleep: async (ms) => void waits.push(ms),
    onText: () => undefined,
    onRetry: () => undefined,
  });
  return { result, waits };
}

const limited = (retryAfterMs?: number) =>
  new ProviderError('rate-limit', 'Slow down.', retryAfterMs === undefined ? {} : { retryAfterMs });

test('waits as long as the server asks, where that is longer than our own wait', async () => {
  const { result, waits } = await ask([limited(30_000), limited(500)]);
  expect(waits).toEqual([30_000, 4000]);
  expect(result.kind).toBe('completion');
});

test('a wait of more than two minutes is not sat out', async () => {
  const { result, waits } = await ask([limited(120_001)]);
  expect(waits).toEqual([]);
  expect(result).toMatchObject({ kind: 'failed', code: 'rate-limit', retryAfterMs: 120_001 });
});

test('a limit gets six more tries, a network failure three', async () => {
  const many = Array.from({ length: 10 }, () => limited());
  expect((await ask(many)).waits).toEqual([1000, 4000, 16_000, 30_000, 60_000, 60_000]);
  const broken = many.map(() => new ProviderError('network', 'The connection broke.'));
  expect((await ask(broken)).waits).toEqual([1000, 4000, 16_000]);
});
