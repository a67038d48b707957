import { expect, test } from 'vitest';
import { exportRun, importRun } from '../../../src/run/export.ts';
import type { DeviceInfo, Session } from '../../../src/run/ports.ts';
import { provenanceOf, resumedProvenance } from '../../../src/run/provenance.ts';
import type { Provenance, RunPlan } from '../../../src/run/run.ts';
import { fakeDataset, fakePlan } from '../../fakes/fake-dataset.ts';
import { prepare } from './harness.ts';

const DATASET = fakeDataset(['CWE-022/a', 'CWE-089/b']);
const DEVICE: DeviceInfo = {
  backend: 'webgpu',
  adapter: 'acme gen-7',
  fallbackAdapter: false,
  f16: true,
  features: ['shader-f16', 'timestamp-query'],
  maxBinding: 2 ** 30,
  threads: 4,
};

function of(session: Partial<Session> = {}, plan: Partial<RunPlan> = {}): Promise<Provenance> {
  const loaded = { device: DEVICE, ...session } as Session;
  return provenanceOf(fakePlan(DATASET, plan), loaded, DATASET, {
    capabilities: { seed: true, temperature: true, usage: true, systemRole: true },
    sandboxVersion: 'sandbox-1',
    now: 5,
  });
}

const FULL = {
  fingerprint: 'webllm q4f16_1 abc',
  engine: 'web-llm 0.2.86',
  quantisation: 'q4f16_1',
  price: { input: 0.5, output: 1.5 },
};

test('all that a session tells is written down, with the time', async () => {
  expect(await of(FULL)).toEqual({
    ...FULL,
    device: DEVICE,
    honours: { seed: true, temperature: true },
    promptHash: expect.stringMatching(/^[0-9a-f]{16}$/),
    sandboxVersion: 'sandbox-1',
    loadedAt: 5,
  });
});

test('what a session doesn’t tell is left out', async () => {
  const sparse = await of();
  expect(Object.keys(sparse).sort()).toEqual([
    'device',
    'honours',
    'loadedAt',
    'promptHash',
    'sandboxVersion',
  ]);
});

test('the hash of the prompts changes with the strategy, and only with what is asked', async () => {
  const plain = await of();
  const warned = await of({}, { strategy: 'vulnerability-aware' });
  expect(warned.promptHash).not.toBe(plain.promptHash);
  expect((await of({}, { temperature: 1.5, seed: 99 })).promptHash).toBe(plain.promptHash);
});

test('a session that knows better than its provider is believed', async () => {
  const honours = { seed: false, temperature: true };
  expect((await of({ honours })).honours).toEqual(honours);
});

test('resumed with the same model on the same device, it stays as it was', async () => {
  const before = await of(FULL);
  expect(resumedProvenance(before, { ...before, loadedAt: 99 })).toBe(before);
});

test.each([
  ['other weights', { fingerprint: 'webllm q4f16_1 def' }],
  ['another engine', { engine: 'web-llm 0.2.87' }],
  ['another graphics card', { device: { ...DEVICE, adapter: 'other' } }],
  ['another sandbox', { sandboxVersion: 'sandbox-2' }],
])('resumed with %s, it is marked and says what it began with', async (_what, change) => {
  const before = await of(FULL);
  expect(resumedProvenance(before, { ...before, ...change })).toEqual({ ...before, mixed: true });
});

test('it survives export and import', async () => {
  const { run } = await prepare(DATASET);
  const provenance: Provenance = { ...(await of(FULL)), mixed: true };
  const result = importRun(exportRun({ ...run, provenance }, []), {
    existingIds: new Set(),
    newId: () => 'x',
  });
  expect(result).toMatchObject({ ok: true, run: { provenance } });
});
