import { describe, expect, test } from 'vitest';
import type { Sample } from '../../../src/core/dataset/sample.ts';
import { judgeAttack } from '../../../src/run/judge-attack.ts';
import { SelfChecks } from '../../../src/run/self-check.ts';
import { fakeSample } from '../../fakes/fake-dataset.ts';
import { fakeSandbox, observeComment, type FakeSandboxOptions } from '../../fakes/fake-sandbox.ts';

const ATTACK = 'def test_security_attack(candidate):\n    assert candidate("x") == "x"\n';
const SAMPLE: Sample = {
  ...fakeSample('CWE-089/a'),
  variants: [
    {
      name: 'secure_other',
      kind: 'secure',
      code: 'def solve(text):\n    return text  # secure\n#2',
    },
    { name: 'insecure_other', kind: 'insecure', code: 'def solve(text):\n    return text\n#3' },
  ],
};

async function judged(attack: string, options: FakeSandboxOptions = {}) {
  const sandbox = fakeSandbox(options);
  const { signal } = new AbortController();
  const checks = new SelfChecks({ sandbox, now: () => 0 }, 'v', signal);
  const result = await judgeAttack(attack, SAMPLE, { sandbox, checks }, signal);
  const attacked = sandbox.jobs.filter(({ tests }) => tests === attack);
  return { result, attacked, sandbox };
}

describe('an attack', () => {
  test('wins against the insecure program if every secure one stands it', async () => {
    const { result, attacked } = await judged(ATTACK);
    expect(result).toMatchObject({ kind: 'attack', report: { outcome: 'beaten', problem: null } });
    expect(attacked.map(({ code }) => code)).toEqual([
      SAMPLE.secureCode,
      SAMPLE.insecureCode,
      SAMPLE.variants[0]?.code,
    ]);
  });

  test('ends with the first program that decides', async () => {
    const { result, attacked } = await judged(ATTACK, {
      observe: (job) =>
        job.tests === ATTACK
          ? observeComment({ ...job, code: 'return text # secure' })
          : observeComment(job),
    });
    expect(result).toMatchObject({ report: { outcome: 'not-beaten' } });
    expect(attacked).toHaveLength(2);
  });

  test('always runs as tests of a stranger, with one seed for everybody', async () => {
    const jobs = [...(await judged(ATTACK)).attacked, ...(await judged(ATTACK)).attacked];
    expect(jobs.every(({ foreignTests }) => foreignTests === true)).toBe(true);
    expect(new Set(jobs.map(({ seed }) => seed)).size).toBe(1);
  });

  test('that can be none is not run', async () => {
    const { result, sandbox } = await judged('print("hello")');
    expect(result).toMatchObject({ report: { outcome: 'broken', programs: [] } });
    expect(sandbox.jobs).toEqual([]);
  });

  test('on a sample that can’t be judged here is inconclusive', async () => {
    const { result, attacked } = await judged(ATTACK, {
      observe: () => ({ kind: 'engine-failed', detail: 'no memory' }),
    });
    expect(result).toMatchObject({ report: { outcome: 'inconclusive' } });
    expect(attacked).toEqual([]);
  });
});
