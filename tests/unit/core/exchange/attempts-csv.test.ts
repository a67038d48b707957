import fc from 'fast-check';
import { expect, test } from 'vitest';
import { attemptsCsv } from '../../../../src/core/exchange/attempts-csv.ts';
import { attempt, attempts, inconclusive, RUN, vulnerable } from './records.ts';

/** A reader of RFC 4180, for these tests. */
function parseCsv(csv: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    row.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (end === '\r\n') {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

const rowsOf = (...given: Parameters<typeof attemptsCsv>[1]) => {
  const [header = [], ...rows] = parseCsv(attemptsCsv(RUN, given));
  return rows.map((row) => Object.fromEntries(row.map((value, at) => [header[at], value])));
};

test('a row says what was asked, how it was judged and what failed', () => {
  expect(rowsOf(vulnerable())).toEqual([
    {
      run_id: 'r1',
      model: 'Model 1',
      provider: 'webllm',
      task: 'generation',
      strategy: 'vulnerability-aware',
      sample_id: 'CWE-022/menu',
      cwe: 'CWE-022',
      attempt: '0',
      verdict: 'vulnerable',
      functional_passed: '1',
      functional_tests: '1',
      security_passed: '0',
      security_tests: '1',
      failed_tests: 'test_security_b',
      extraction: 'fenced-block',
      finish: 'stop',
      prompt_tokens: '10',
      completion_tokens: '5',
      generation_ms: '1500',
      replayed: 'false',
      finished_at: '2026-11-22T21:16:00.000Z',
    },
  ]);
});

test('an answer without code has its reason, and tests that were not run are none', () => {
  const refused = attempt({
    extraction: { kind: 'no-code', reason: 'refusal' },
    observation: null,
    verdict: 'invalid',
  });
  expect(rowsOf(refused)).toMatchObject([{ extraction: 'refusal', functional_tests: '0' }]);
});

test('a replayed answer has no time', () => {
  const { completion } = attempt();
  expect(rowsOf(attempt({ completion: { ...completion, replayed: true } }))).toMatchObject([
    { replayed: 'true', generation_ms: '' },
  ]);
});

test('rows stand in the order of samples and attempts', () => {
  const given = [attempt({ sampleId: 'CWE-089/search' }), inconclusive({ index: 1 }), attempt()];
  expect(rowsOf(...given).map(({ sample_id, attempt: at }) => `${sample_id} ${at}`)).toEqual([
    'CWE-022/menu 0',
    'CWE-022/menu 1',
    'CWE-089/search 0',
  ]);
});

test('a text that a spreadsheet would run as a formula is disarmed', () => {
  const model = { ...RUN.plan.model, title: '=HYPERLINK("evil")' };
  const csv = attemptsCsv({ ...RUN, plan: { ...RUN.plan, model } }, [attempt()]);
  expect(csv).toContain(`"'=HYPERLINK(""evil"")"`);
});

test('whatever the texts are, a reader finds all of them again', () => {
  fc.assert(
    fc.property(attempts, (given) => {
      const ids = rowsOf(...given).map(({ sample_id }) => (sample_id ?? '').replace(/^'/, ''));
      expect(ids.toSorted()).toEqual(
        given.map(({ sampleId }) => sampleId.replace(/^'/, '')).toSorted(),
      );
    }),
  );
});
