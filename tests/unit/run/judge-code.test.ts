import { describe, expect, test } from 'vitest';
import { judgeAll, type JudgedAnswer } from '../../../src/run/judge-all.ts';
import { judgeCode } from '../../../src/run/judge-code.ts';
import { SelfChecks } from '../../../src/run/self-check.ts';
import { fakeSample } from '../../fakes/fake-dataset.ts';
import { fakeSandbox, type FakeSandbox } from '../../fakes/fake-sandbox.ts';

const SAMPLE = fakeSample('CWE-089/a');
const SECURE = 'def solve(text):\n    return text  # secure too\n';
const INSECURE = 'def solve(text):\n    return text\n';

function portsOf(sandbox: FakeSandbox, signal: AbortSignal) {
  return { sandbox, checks: new SelfChecks({ sandbox, now: () => 0 }, 'v', signal) };
}

async function judged(
  codes: readonly string[],
  sandbox: FakeSandbox,
  signal = new AbortController().signal,
): Promise<JudgedAnswer[]> {
  const all: JudgedAnswer[] = [];
  const list = codes.map((code, at) => ({
    key: String(at),
    kind: 'code' as const,
    code,
    sample: SAMPLE,
  }));
  for await (const one of judgeAll(list, portsOf(sandbox, signal), signal)) all.push(one);
  return all;
}

const verdictOf = ({ result }: JudgedAnswer) =>
  result.kind === 'score' ? result.score.verdict : result.kind;

describe('code written by hand', () => {
  test('is judged as it stands, also with a fence in it', async () => {
    const sandbox = fakeSandbox();
    const code = `"""\n\`\`\`python\n"""\n${SECURE}`;
    const [one] = await judged([code], sandbox);
    expect(one && verdictOf(one)).toBe('secure');
    expect(sandbox.jobs.at(-1)?.code).toBe(code);
  });

  test('that is empty is invalid and not run', async () => {
    const sandbox = fakeSandbox();
    const [one] = await judged([' \n'], sandbox);
    expect(one && verdictOf(one)).toBe('invalid');
    expect(sandbox.jobs.map(({ code }) => code)).not.toContain(' \n');
  });

  test('gets the same seed from everybody', async () => {
    const sandbox = fakeSandbox();
    await judged([SECURE], sandbox);
    await judged([SECURE], sandbox);
    const seeds = sandbox.jobs.filter(({ code }) => code === SECURE).map(({ seed }) => seed);
    expect(new Set(seeds).size).toBe(1);
  });
});

describe('judging many', () => {
  test('judges each once, as many at once as the sandbox bears', async () => {
    const sandbox = fakeSandbox({ parallel: 3 });
    const all = await judged(
      Array.from({ length: 200 }, (_, at) => (at % 2 ? SECURE : INSECURE)),
      sandbox,
    );
    expect(all.map(({ key }) => Number(key)).toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 200 }, (_, at) => at),
    );
    expect(all.filter((one) => verdictOf(one) === 'secure')).toHaveLength(100);
    expect(sandbox.mostAtOnce).toBe(3);
  });

  test('ends with the reason of the signal when it is cancelled', async () => {
    const controller = new AbortController();
    const work = judged([SECURE, SECURE], fakeSandbox({ ms: 5 }), controller.signal);
    controller.abort(new Error('enough'));
    await expect(work).rejects.toThrow('enough');
  });

  test('stops when there is no engine', async () => {
    const sandbox = fakeSandbox({
      parallel: 1,
      observe: () => ({ kind: 'engine-failed', detail: 'no memory' }),
    });
    sandbox.status = { phase: 'failed', loadedBytes: 0, totalBytes: 0, problem: 'No memory.' };
    const all = await judged([SECURE, SECURE, SECURE], sandbox);
    expect(all.map(verdictOf)).toEqual(['no-engine']);
  });
});

test('one piece of code can be judged alone', async () => {
  const { signal } = new AbortController();
  const result = await judgeCode(INSECURE, SAMPLE, portsOf(fakeSandbox(), signal), signal);
  expect(result).toMatchObject({ kind: 'score', score: { verdict: 'vulnerable' } });
});
