import { expect, test } from 'vitest';
import {
  originalCsv,
  reasonsOf,
  standingOfSample,
  type OriginalLine,
} from '../../../src/core/exchange/original-report.ts';
import type { OriginalSample } from '../../../src/core/exchange/original-samples.ts';
import { judgeOriginals, programsOf } from '../../../src/run/foreign/judge-originals.ts';
import { fakeSandbox, type FakeSandboxOptions } from '../../fakes/fake-sandbox.ts';

function sample(id: string, secureCode = 'def f():\n    return text  # secure\n'): OriginalSample {
  return {
    id,
    problem: '',
    insecureCode: 'def f():\n    pass\n',
    secureCode,
    test: 'def check(candidate):\n    candidate()\n',
    entryPoint: 'f',
    vulnerabilityAwareProblem: null,
    insecureCodeExplanation: null,
  };
}

const answer = (sampleId: string, index: number, text: string) => ({ sampleId, index, text });
const SET = {
  samples: [sample('a'), sample('b', 'import flask\n')],
  fixtures: new Map([['a', new Map([['Test/a/x.txt', 'eA==']])]]),
  completions: [
    answer('a', 0, 'def f():\n    return text\n'),
    answer('a', 1, 'I can’t help with that.'),
    answer('b', 0, 'def f():\n    return text\n'),
  ],
};

async function judged(options: FakeSandboxOptions): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  const sandbox = fakeSandbox(options);
  for await (const line of judgeOriginals(SET, sandbox, new AbortController().signal))
    found[`${line.sampleId} ${line.program}`] = line.verdict.verdict;
  // What is laid out for the tests is in the job, and answers to a sample that can't be judged are not run.
  expect(sandbox.jobs.filter(({ tests }) => tests.includes('Test/a/x.txt'))).toHaveLength(3);
  expect(sandbox.jobs).toHaveLength(5);
  return found;
}

test('own code first, then the answers; what its own secure code can’t show is inconclusive', async () => {
  const error = { type: 'ModuleNotFoundError', message: "No module named 'flask'" };
  const found = await judged({
    observe: ({ code, testInfos }) =>
      code.includes('import flask')
        ? { kind: 'load-failed', failure: { reason: 'missing-module', error } }
        : {
            kind: 'tested',
            outcomes: testInfos.map(({ name, kind }) => ({
              name,
              kind,
              ms: 1,
              result: code.includes('return text')
                ? { status: 'passed' }
                : { status: 'failed', error: { type: 'AssertionError', message: '' } },
            })),
          },
  });
  expect(found).toEqual({
    'a secure': 'passed',
    'a insecure': 'failed',
    'a 0': 'passed',
    'a 1': 'failed',
    'b secure': 'inconclusive',
    'b insecure': 'failed',
    'b 0': 'inconclusive',
  });
  expect(programsOf(SET)).toBe(Object.keys(found).length);
});

test('without an engine it says so, and judges nothing', async () => {
  const sandbox = fakeSandbox({ observe: () => ({ kind: 'engine-failed', detail: 'gone' }) });
  sandbox.status = { phase: 'failed', loadedBytes: 0, totalBytes: 0, problem: 'No memory.' };
  const run = async (): Promise<void> => {
    for await (const _ of judgeOriginals(SET, sandbox, new AbortController().signal)) continue;
  };
  await expect(run()).rejects.toThrow('No memory.');
});

test('cancelling ends it with the reason of the signal', async () => {
  const controller = new AbortController();
  const run = async (): Promise<void> => {
    for await (const _ of judgeOriginals(SET, fakeSandbox({ ms: 5 }), controller.signal)) {
      controller.abort(new Error('enough'));
    }
  };
  await expect(run()).rejects.toThrow('enough');
});

test('a sample is usable where its secure code passes and its insecure code fails', () => {
  const passed = { verdict: 'passed' } as const;
  const failed = { verdict: 'failed', reason: 'x' } as const;
  const unknown = { verdict: 'inconclusive', reason: 'the module lxml is not here' } as const;
  expect(standingOfSample(passed, failed)).toBe('usable');
  expect(standingOfSample(passed, passed)).toBe('insecure-passes');
  expect(standingOfSample(failed, failed)).toBe('secure-fails');
  expect(standingOfSample(passed, unknown)).toBe('inconclusive');
  expect(standingOfSample(passed, undefined)).toBeNull();
  expect(reasonsOf([unknown, passed, unknown])).toEqual([{ reason: unknown.reason, count: 2 }]);
});

test('the table is in order, and no spreadsheet runs it', () => {
  const lines: OriginalLine[] = [
    { sampleId: 'b', program: 'secure', verdict: { verdict: 'passed' } },
    { sampleId: 'a', program: 0, verdict: { verdict: 'failed', reason: '=1+1' } },
    { sampleId: 'a', program: 'secure', verdict: { verdict: 'passed' } },
  ];
  expect(originalCsv(lines).split('\r\n')).toEqual([
    'sample_id,program,verdict,reason',
    'a,secure,passed,',
    "a,completion 0,failed,'=1+1",
    'b,secure,passed,',
    '',
  ]);
});
