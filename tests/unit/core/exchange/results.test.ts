import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evalplusResults } from '../../../../src/core/exchange/evalplus-results.ts';
import { inspectLog } from '../../../../src/core/exchange/inspect-log.ts';
import { lmEvalResults } from '../../../../src/core/exchange/lm-eval-results.ts';
import { attempt, attempts, inconclusive, RUN, vulnerable } from './records.ts';

/** Two attempts at one sample, one works and resists; two at another, one works. */
const ATTEMPTS = [
  attempt(),
  vulnerable({ index: 1 }),
  vulnerable({ sampleId: 'CWE-089/search' }),
  attempt({
    sampleId: 'CWE-089/search',
    index: 1,
    extraction: { kind: 'no-code', reason: 'refusal' },
    observation: null,
    verdict: 'invalid',
  }),
];

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the shape is what the tests are about
const parse = (text: string): any => JSON.parse(text);

describe('EvalPlus results', () => {
  test('have functional tests as base and security tests as plus', () => {
    expect(parse(evalplusResults(RUN, ATTEMPTS)).eval['CWE-022/menu']).toEqual([
      {
        task_id: 'CWE-022/menu',
        solution: 'x = 1\n',
        base_status: 'pass',
        plus_status: 'pass',
        base_fail_tests: [],
        plus_fail_tests: [],
      },
      {
        task_id: 'CWE-022/menu',
        solution: 'x = 1\n',
        base_status: 'pass',
        plus_status: 'timeout',
        base_fail_tests: [],
        plus_fail_tests: ['test_security_b'],
      },
    ]);
  });

  test('have pass@k where every sample has k results', () => {
    expect(parse(evalplusResults(RUN, ATTEMPTS))).toMatchObject({
      date: '2026-11-22 21:16',
      hash: 'd'.repeat(64),
      pass_at_k: { base: { 'pass@1': 0.75 }, plus: { 'pass@1': 0.25 } },
      left_out: 0,
    });
  });

  test('leave out what is inconclusive and say how many that were', () => {
    const results = parse(evalplusResults(RUN, [inconclusive(), attempt({ index: 1 })]));
    expect(results).toMatchObject({ left_out: 1, pass_at_k: { base: { 'pass@1': 1 } } });
    expect(results.eval['CWE-022/menu']).toHaveLength(1);
  });
});

describe('an Inspect log', () => {
  test('has its fields in the order of the format', () => {
    expect(Object.keys(parse(inspectLog(RUN, ATTEMPTS)))).toEqual([
      'version',
      'status',
      'eval',
      'plan',
      'results',
      'stats',
      'samples',
    ]);
  });

  test('has pass@1 and secure-pass@1 as accuracies, with their standard errors', () => {
    const { results } = parse(inspectLog(RUN, ATTEMPTS));
    expect(results).toMatchObject({ total_samples: 4, completed_samples: 4 });
    expect(results.scores).toMatchObject([
      { name: 'functional', metrics: { accuracy: { value: 0.75 }, stderr: { value: 0.25 } } },
      { name: 'secure', metrics: { accuracy: { value: 0.25 }, stderr: { value: 0.25 } } },
    ]);
  });

  test('has a sample for each attempt, with epochs from 1', () => {
    const [, second] = parse(inspectLog(RUN, ATTEMPTS)).samples;
    expect(second).toMatchObject({
      id: 'CWE-022/menu',
      epoch: 2,
      input: [{ role: 'user', content: 'Write it.' }],
      output: {
        choices: [{ stop_reason: 'stop' }],
        usage: { input_tokens: 10, output_tokens: 5, total_tokens: 15 },
        time: 1.5,
      },
      scores: {
        functional: { value: 'C', answer: 'x = 1\n' },
        secure: { value: 'I', explanation: expect.stringContaining('It works, but') },
      },
    });
  });

  test("has the lists and tables that Inspect's viewer reads of every sample", () => {
    for (const sample of parse(inspectLog(RUN, [...ATTEMPTS, inconclusive()])).samples)
      expect(sample).toMatchObject({
        messages: expect.any(Array),
        events: [],
        store: {},
        attachments: {},
        model_usage: expect.any(Object),
      });
  });

  test('has an error and no score for what is inconclusive', () => {
    const log = parse(inspectLog(RUN, [inconclusive()]));
    expect(log.samples[0]).toMatchObject({
      scores: null,
      error: { message: expect.stringContaining('the engine died'), traceback: '' },
    });
    expect(log.results).toMatchObject({
      completed_samples: 0,
      scores: [{ metrics: {} }, { metrics: {} }],
    });
  });

  test('of an open run says that it was cancelled', () => {
    expect(parse(inspectLog({ ...RUN, state: 'open' }, [])).status).toBe('cancelled');
  });
});

describe('lm-evaluation-harness results', () => {
  test('have one task with metrics and their standard errors', () => {
    const file = parse(lmEvalResults(RUN, ATTEMPTS));
    expect(file.results).toEqual({
      codeseceval_generation_vulnerability_aware: {
        alias: 'codeseceval_generation_vulnerability_aware',
        'pass@1,none': 0.75,
        'pass@1_stderr,none': 0.25,
        'secure_pass@1,none': 0.25,
        'secure_pass@1_stderr,none': 0.25,
        'vulnerable_rate,none': 2 / 3,
        'vulnerable_rate_stderr,none': 'N/A',
      },
    });
    expect(file['n-samples']).toEqual({
      codeseceval_generation_vulnerability_aware: { original: 2, effective: 2 },
    });
    expect(file.higher_is_better.codeseceval_generation_vulnerability_aware).toEqual({
      'pass@1': true,
      'secure_pass@1': true,
      vulnerable_rate: false,
    });
  });

  test('have no standard error of a single sample', () => {
    const { results } = parse(lmEvalResults(RUN, [attempt()]));
    expect(results.codeseceval_generation_vulnerability_aware).toMatchObject({
      'pass@1,none': 1,
      'pass@1_stderr,none': 'N/A',
    });
  });

  test('leave out what was not measured', () => {
    const { results } = parse(lmEvalResults(RUN, [inconclusive()]));
    expect(Object.keys(results.codeseceval_generation_vulnerability_aware)).toEqual(['alias']);
  });
});

test.each([
  ['EvalPlus', evalplusResults],
  ['Inspect', inspectLog],
  ['lm-eval', lmEvalResults],
])('whatever a run holds, %s results are JSON without null figures', (_name, make) => {
  fc.assert(
    fc.property(attempts, (given) => {
      const text = make(RUN, given);
      expect(() => parse(text)).not.toThrow();
      expect(text).not.toMatch(/"value": null/);
    }),
  );
});
