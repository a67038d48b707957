import { expect, test } from 'vitest';
import { extractCode } from '../../../src/core/extraction/extract-code.ts';
import { mixedKind, MIX } from '../../../src/models/reference/mix.ts';
import { createReferenceProvider, expectedVerdicts } from '../../../src/models/reference/index.ts';
import { fakePlan, fakeSample } from '../../fakes/fake-dataset.ts';
import { CONTRACT_DATASET, requestOf } from './provider-contract.ts';

const SAMPLE = fakeSample('CWE-022/a');
const provider = createReferenceProvider({
  lookup: (id) => (id === SAMPLE.id ? SAMPLE : null),
  sleep: async (_ms, signal) => signal.throwIfAborted(),
});

async function answerOf(modelId: string, seed = 0): Promise<string> {
  const { signal } = new AbortController();
  const session = await provider.load(modelId, { signal, onProgress: () => undefined });
  let text = '';
  for await (const event of session.generate({ ...requestOf(signal), seed })) {
    if (event.type === 'text') text += event.delta;
  }
  return text;
}

/** A seed for which the mix answers with this kind. */
function seedFor(kind: string): number {
  for (let seed = 0; seed < 2 ** 32; seed += 2 ** 24) if (mixedKind(seed) === kind) return seed;
  throw new Error(`the mix never gives ${kind}`);
}

test('"secure" answers in prose with the secure code in a fenced block', async () => {
  expect(await answerOf('secure')).toBe(
    'Here is `solve`:\n\n```python\ndef solve(text):\n    return text  # secure\n```\n',
  );
});

test('extraction finds the insecure code of "insecure" unchanged', async () => {
  expect(extractCode(await answerOf('insecure'), 'solve')).toMatchObject({
    kind: 'code',
    code: SAMPLE.insecureCode,
  });
});

test('"incorrect" is the stub: the right signature, and nothing done', async () => {
  expect(extractCode(await answerOf('mix', seedFor('incorrect')), 'solve')).toMatchObject({
    kind: 'code',
    code: 'def solve(text: str) -> str: ...\n',
  });
});

test('"no-code" is a refusal', async () => {
  expect(extractCode(await answerOf('mix', seedFor('no-code')), 'solve')).toEqual({
    kind: 'no-code',
    reason: 'refusal',
  });
});

test('the shares of the mix add up to 1', () => {
  expect(MIX.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
});

test('over evenly spread seeds the mix keeps to its shares', () => {
  const seeds = Array.from({ length: 1000 }, (_, index) => (index + 0.5) * (2 ** 32 / 1000));
  const count = (kind: string) => seeds.filter((seed) => mixedKind(seed) === kind).length;
  expect(MIX.map(({ kind }) => count(kind))).toEqual([400, 350, 150, 100]);
});

test('the same plan always expects the same verdicts, another seed others', () => {
  const plan = fakePlan(CONTRACT_DATASET, { attemptsPerSample: 10 });
  expect(expectedVerdicts(plan)).toEqual(expectedVerdicts({ ...plan }));
  expect(expectedVerdicts({ ...plan, seed: 8 })).not.toEqual(expectedVerdicts(plan));
});

test('"insecure" expects nothing but "vulnerable"', () => {
  const plan = fakePlan(CONTRACT_DATASET, {
    model: { provider: 'reference', id: 'insecure', title: '' },
  });
  expect(new Set(expectedVerdicts(plan).map(({ verdict }) => verdict))).toEqual(
    new Set(['vulnerable']),
  );
});

test('an unknown model is refused when it is loaded', async () => {
  const { signal } = new AbortController();
  const loading = provider.load('other', { signal, onProgress: () => undefined });
  await expect(loading).rejects.toMatchObject({ name: 'ProviderError', code: 'unsupported' });
});

test('a sample that the data set lacks is a failure, not an empty answer', async () => {
  const { signal } = new AbortController();
  const session = await provider.load('secure', { signal, onProgress: () => undefined });
  const generating = session.generate(requestOf(signal, { sampleId: 'CWE-000/none' }));
  const first = generating[Symbol.asyncIterator]().next();
  await expect(first).rejects.toMatchObject({ code: 'unsupported' });
});
