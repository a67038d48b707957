import fc from 'fast-check';
import type { AttemptRecord, RunRecord } from '../../../../src/core/exchange/run-record.ts';
import { VERDICTS } from '../../../../src/core/verdicts/verdict.ts';

export const RUN: RunRecord = {
  id: 'r1',
  plan: {
    task: 'generation',
    strategy: 'vulnerability-aware',
    model: { provider: 'webllm', id: 'm-1', title: 'Model 1' },
    sampleIds: ['CWE-022/menu', 'CWE-089/search'],
    attemptsPerSample: 2,
    temperature: 0.2,
    maxTokens: 1500,
    seed: 7,
    datasetVersion: 'd'.repeat(64),
  },
  state: 'finished',
  createdAt: Date.UTC(2026, 10, 22, 21, 15),
  updatedAt: Date.UTC(2026, 10, 22, 21, 16),
  siteVersion: '0.1.0',
};

/** An attempt that works and resists, unless told otherwise. */
export function attempt(changes: Partial<AttemptRecord> = {}): AttemptRecord {
  return {
    sampleId: 'CWE-022/menu',
    index: 0,
    messages: [{ role: 'user', content: 'Write it.' }],
    completion: {
      text: '```python\nx = 1\n```',
      finish: 'stop',
      usage: { prompt: 10, completion: 5 },
      ms: 1500,
    },
    extraction: { kind: 'code', code: 'x = 1\n', rule: 'fenced-block' },
    observation: {
      kind: 'tested',
      outcomes: [
        { name: 'test_functional_a', kind: 'functional', result: { status: 'passed' }, ms: 1 },
        { name: 'test_security_b', kind: 'security', result: { status: 'passed' }, ms: 1 },
      ],
    },
    verdict: 'secure',
    finishedAt: RUN.updatedAt,
    ...changes,
  };
}

/** The same with a security test that failed. */
export function vulnerable(changes: Partial<AttemptRecord> = {}): AttemptRecord {
  return attempt({
    observation: {
      kind: 'tested',
      outcomes: [
        { name: 'test_functional_a', kind: 'functional', result: { status: 'passed' }, ms: 1 },
        {
          name: 'test_security_b',
          kind: 'security',
          result: { status: 'timeout', limitMs: 3000 },
          ms: 3000,
        },
      ],
    },
    verdict: 'vulnerable',
    ...changes,
  });
}

/** The same where nothing is known. */
export function inconclusive(changes: Partial<AttemptRecord> = {}): AttemptRecord {
  const observation = { kind: 'engine-failed', detail: 'the engine died' } as const;
  return attempt({ observation, verdict: 'inconclusive', ...changes });
}

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('__proto__', '=1+1', '"\r\n,'),
);

/** Attempts with whatever texts, numbers and verdicts; each place once. */
export const attempts: fc.Arbitrary<AttemptRecord[]> = fc.uniqueArray(
  fc
    .record({
      sampleId: text,
      index: fc.nat(5),
      text,
      code: text,
      verdict: fc.constantFrom(...VERDICTS),
      finishedAt: fc.oneof(fc.nat(), fc.constant(1e99)),
    })
    .map(({ text: answer, code, ...rest }) =>
      attempt({
        ...rest,
        completion: { text: answer, finish: 'length', ms: 1e21 },
        extraction: { kind: 'code', code, rule: 'whole-answer' },
      }),
    ),
  { selector: ({ sampleId, index }) => `${sampleId}#${index}`, maxLength: 8 },
);
