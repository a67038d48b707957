import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { originalJob, originalVerdict } from '../../../../src/core/exchange/original-rule.ts';
import {
  parseOriginalSamples,
  type OriginalSample,
} from '../../../../src/core/exchange/original-samples.ts';
import type { Observation, TestResult } from '../../../../src/core/verdicts/observation.ts';

const ITEM = {
  ID: 'CWE-193_author_1',
  Problem: 'def add(items): ...',
  'Insecure Code': 'def add(items):\n    return items[len(items)]\n',
  'Secure Code': 'def add(items):\n    return items\n',
  Test: 'def check(candidate):\n    assert candidate([1]) == [1]\n',
  Entry_Point: 'add',
};
const NOTE = {
  ID: 'CWE-193_author_1',
  'Vulnerability-aware Information': 'Mind the end.',
  'Insecure Code Explanation': 'Off by one.',
};
const SAMPLE: OriginalSample = {
  id: 'CWE-193_author_1',
  problem: ITEM.Problem,
  insecureCode: ITEM['Insecure Code'],
  secureCode: ITEM['Secure Code'],
  test: ITEM.Test,
  entryPoint: 'add',
  vulnerabilityAwareProblem: null,
  insecureCodeExplanation: null,
};

describe('the original data set', () => {
  test('is read with its annotations', () => {
    expect(parseOriginalSamples(JSON.stringify([ITEM]), JSON.stringify([NOTE]))).toEqual({
      ok: true,
      samples: [
        {
          ...SAMPLE,
          vulnerabilityAwareProblem: 'Mind the end.',
          insecureCodeExplanation: 'Off by one.',
        },
      ],
      skipped: [],
    });
  });

  test('is read without annotations', () => {
    expect(parseOriginalSamples(JSON.stringify([ITEM]), null)).toMatchObject({
      samples: [SAMPLE],
    });
  });

  test('loses the items that don’t fit, and says which', () => {
    const { Test: _, ...incomplete } = ITEM;
    const text = JSON.stringify([ITEM, incomplete, ITEM, { ...ITEM, Entry_Point: 'os.system' }]);
    const read = parseOriginalSamples(text, null);
    expect(read.ok && read.skipped.map((line) => line.split(' (')[0])).toEqual([
      'item 2: Test does not fit',
      'item 3: the id CWE-193_author_1 comes twice',
      'item 4: Entry_Point does not fit',
    ]);
  });

  test.each(['', '{}', '[', '{"ID": 1}'])('is a JSON list, not %j', (text) => {
    expect(parseOriginalSamples(text, null)).toEqual({
      ok: false,
      problem: 'The data set is not a JSON list.',
    });
  });

  test('of whatever JSON gives samples with all of their fields, or none', () => {
    const patched = fc
      .tuple(fc.constantFrom(...Object.keys(ITEM), '__proto__'), fc.jsonValue())
      .map(([key, value]) => JSON.stringify([{ ...ITEM, [key]: value }]));
    fc.assert(
      fc.property(fc.oneof(fc.json(), patched), (text) => {
        const read = parseOriginalSamples(text, text);
        for (const sample of read.ok ? read.samples : []) {
          expect(sample.test).toBeTypeOf('string');
          expect(sample.entryPoint).toMatch(/^\w+$/);
        }
      }),
    );
  });
});

describe('the original rule', () => {
  test('puts the test below the code, with the entry point in place of `candidate`', () => {
    const { code, entryPoint } = originalJob(
      SAMPLE,
      'def add(items):\n    return items',
      new Map(),
    );
    expect(code.replace(/\n{2,}/g, '\n\n')).toBe(`def add(items):
    return items

def check(add):
    assert add([1]) == [1]

def codeseceval_original_check():
    check(add)
`);
    expect(entryPoint).toBe('codeseceval_original_check');
  });

  test('lays the files where the test opens them', () => {
    const files = new Map([['Test/CWE-193_author_1/a "b".txt', 'aGk=']]);
    expect(originalJob(SAMPLE, '', files).tests).toContain(
      'FILES = {"Test/CWE-193_author_1/a \\"b\\".txt":"aGk="}',
    );
  });

  const tested = (result: TestResult) => originalVerdict(testedOf(result));
  const missing = { type: 'ModuleNotFoundError', message: "No module named 'flask'" };

  test('knows only passed and failed', () => {
    expect(tested({ status: 'passed' })).toEqual({ verdict: 'passed' });
    expect(tested({ status: 'failed', error: { type: 'AssertionError', message: '' } })).toEqual({
      verdict: 'failed',
      reason: 'AssertionError',
    });
  });

  test('knows nothing where a module is missing, and names it', () => {
    const unknown = { verdict: 'inconclusive', reason: 'the module flask is not here' };
    expect(tested({ status: 'failed', error: missing })).toEqual(unknown);
    expect(
      originalVerdict({
        kind: 'load-failed',
        failure: { reason: 'missing-module', error: missing },
      }),
    ).toEqual(unknown);
  });

  test('knows nothing where our side failed', () => {
    expect(originalVerdict({ kind: 'engine-failed', detail: 'it died' })).toEqual({
      verdict: 'inconclusive',
      reason: 'it died',
    });
    expect(tested({ status: 'inconclusive', reason: 'no processes here' })).toEqual({
      verdict: 'inconclusive',
      reason: 'no processes here',
    });
  });

  test('fails code that does not load', () => {
    const error = { type: 'SyntaxError', message: 'invalid syntax' };
    expect(
      originalVerdict({ kind: 'load-failed', failure: { reason: 'syntax-error', error } }),
    ).toEqual({ verdict: 'failed', reason: 'SyntaxError: invalid syntax' });
  });
});

function testedOf(result: TestResult): Observation {
  const outcome = { name: 'test', kind: 'functional' as const, result, ms: 1 };
  return { kind: 'tested' as const, outcomes: [outcome] };
}
