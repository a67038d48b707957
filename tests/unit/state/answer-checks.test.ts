import { expect, test } from 'vitest';
import type { Adapters } from '../../../src/state/adapters.ts';
import { AnswerChecks } from '../../../src/state/answer-checks.svelte.ts';
import { DatasetState } from '../../../src/state/dataset.svelte.ts';
import { fakeDataset } from '../../fakes/fake-dataset.ts';
import { fakeSandbox, type FakeSandbox } from '../../fakes/fake-sandbox.ts';

function checksIn(sandbox: FakeSandbox): AnswerChecks {
  const adapters = {
    sandbox,
    now: () => 0,
    fetchDataset: async () => fakeDataset(['CWE-089/a']),
  } as unknown as Adapters;
  return new AnswerChecks(adapters, new DatasetState(adapters));
}

const answer = (code: string, sampleId = 'CWE-089/a') => ({
  kind: 'code' as const,
  sampleId,
  code,
});
const SECURE = answer('def solve(text):\n    return text  # secure, mine\n');
const INSECURE = answer('def solve(text):\n    return text\n');

test('what a link claims stays unchecked until somebody asks', async () => {
  const sandbox = fakeSandbox();
  const checks = checksIn(sandbox);
  expect(checks.score(SECURE)).toBeNull();
  expect(sandbox.jobs).toEqual([]);
  await checks.run([SECURE, INSECURE]);
  expect(checks.score(SECURE)?.verdict).toBe('secure');
  expect(checks.score(INSECURE)?.verdict).toBe('vulnerable');
});

test('the same code is run once, whoever sent it and however often it is asked', async () => {
  const sandbox = fakeSandbox();
  const checks = checksIn(sandbox);
  await checks.run([SECURE, SECURE]);
  await checks.run([SECURE]);
  expect(sandbox.jobs.filter(({ code }) => code === SECURE.code)).toHaveLength(1);
  expect(checks.progress).toEqual({ done: 0, all: 0 });
});

test('stopping keeps what was judged, and the rest can follow', async () => {
  const sandbox = fakeSandbox({ parallel: 1, ms: 5 });
  const checks = checksIn(sandbox);
  const answers = Array.from({ length: 30 }, (_, at) => answer(`${SECURE.code}# ${at}\n`));
  const work = checks.run(answers);
  await new Promise((resolve) => setTimeout(resolve, 60));
  checks.stop();
  await work;
  expect(checks.running).toBe(false);
  expect(checks.problem).toBeNull();
  const kept = answers.filter((one) => checks.score(one) !== null);
  await checks.run(answers);
  const runs = ({ code }: { code: string }) => sandbox.jobs.filter((job) => job.code === code);
  expect(kept.map((one) => runs(one).length)).toEqual(kept.map(() => 1));
  expect(answers.every((one) => checks.score(one)?.verdict === 'secure')).toBe(true);
});

test('answers to samples that this site does not have are left', async () => {
  const sandbox = fakeSandbox();
  await checksIn(sandbox).run([answer('x', 'CWE-000/none')]);
  expect(sandbox.jobs).toEqual([]);
});

test('without an engine it says why', async () => {
  const sandbox = fakeSandbox({ observe: () => ({ kind: 'engine-failed', detail: 'x' }) });
  sandbox.status = { phase: 'failed', loadedBytes: 0, totalBytes: 0, problem: 'No memory.' };
  const checks = checksIn(sandbox);
  await checks.run([SECURE]);
  expect(checks.problem).toBe('No memory.');
  expect(checks.score(SECURE)).toBeNull();
});

test('an attack is run against the programs of its sample, beside code', async () => {
  const sandbox = fakeSandbox();
  const checks = checksIn(sandbox);
  const code = 'def test_security_attack(candidate):\n    candidate("x")\n';
  const attack = { kind: 'attack' as const, sampleId: 'CWE-089/a', code };
  await checks.run([SECURE, attack]);
  expect(checks.seen(SECURE)).toBe('secure');
  // The fake sandbox lets whatever says "# secure" pass, and nothing else.
  expect(checks.seen(attack)).toBe('beaten');
  expect(checks.report(attack)?.programs.map(({ name }) => name)).toEqual(['secure', 'insecure']);
  expect(sandbox.jobs.filter(({ tests }) => tests === code)).toEqual([
    expect.objectContaining({ foreignTests: true }),
    expect.objectContaining({ foreignTests: true }),
  ]);
});
