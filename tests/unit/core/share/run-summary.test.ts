import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { figuresOf, figuresOfCounts } from '../../../../src/core/metrics/index.ts';
import {
  decodeRunSummary,
  encodeRunSummary,
  sampleFiguresOf,
  summarize,
  type RunSummary,
} from '../../../../src/core/share/index.ts';
import { seal } from '../../../../src/core/share/envelope.ts';
import { counts, IDS, SUMMARY, wholeRuns } from './summaries.ts';

const LINK = encodeRunSummary(SUMMARY, IDS);

function reasonOf(text: string): string {
  const decoded = decodeRunSummary(text, IDS);
  if (decoded.ok) return 'ok';
  expect(decoded.message).toMatch(/^This link .*\.$/);
  return decoded.reason;
}

describe('a link', () => {
  test('gives back what was put in', () => {
    expect(decodeRunSummary(LINK, IDS)).toEqual({ ok: true, summary: SUMMARY, unknown: [] });
  });

  test('of version 1 can be read for ever', () => {
    expect(LINK).toMatchInlineSnapshot(
      `"AQB5gEAZAACAAAAA_____1ErASNFZ4mrEsrw4NjC0tzKyBndlYmxsbSSi7srcZFxqWobeyMrkWmJcaoRdRd2VuIDIuNSBDb2RlciDCtyAxLDUgQgpgXGJcYEFdlYkdQVSwgQXBwbGUgTTMAMAJmy6UcMBFJ686-pcb0QAMEI95k"`,
    );
  });

  test('tells rounds of repair and a visitor’s own strategy', () => {
    const told: RunSummary[] = [
      { ...SUMMARY, strategy: 'self-repair', rounds: 0 },
      { ...SUMMARY, strategy: 'self-repair', rounds: 5 },
      { ...SUMMARY, strategy: 'own-0123456789abcdef', own: { title: 'Mine', informed: true } },
      { ...SUMMARY, own: { title: '', informed: false }, rounds: 2 },
    ];
    for (const summary of told) {
      expect(decodeRunSummary(encodeRunSummary(summary, IDS), IDS)).toEqual({
        ok: true,
        summary,
        unknown: [],
      });
    }
  });

  test('of version 2 can be read for ever', () => {
    const summary = { ...SUMMARY, strategy: 'self-repair', rounds: 3 };
    expect(encodeRunSummary(summary, IDS)).toMatchInlineSnapshot(
      `"AgB7gEAZAACAAAAA_____1ErASNFZ4mrFubK2Mxa5MrgwtLkGd2VibGxtJKLuytxkXGpaht7IyuRaYlxqhF1F3ZW4gMi41IENvZGVyIMK3IDEsNSBCCmBcYlxgQV2ViR1BVLCBBcHBsZSBNM4ADACZsulHDARSevOvqXG9EAqjZIhw"`,
    );
  });

  test('is made of characters that need no escape in a URL', () => {
    expect(LINK).toMatch(/^[A-Za-z0-9_-]+$/);
  });

  test('of a run without samples can be read', () => {
    const empty = { ...SUMMARY, samples: [] };
    expect(decodeRunSummary(encodeRunSummary(empty), IDS)).toMatchObject({ summary: empty });
  });

  test('cuts a name of more than 96 bytes behind a whole character', () => {
    const decoded = decodeRunSummary(encodeRunSummary({ ...SUMMARY, device: 'ä'.repeat(80) }), IDS);
    expect(decoded.ok && decoded.summary.device).toBe('ä'.repeat(46) + '…');
  });

  test('carries no control characters and no marks that turn text', () => {
    const decoded = decodeRunSummary(
      encodeRunSummary({ ...SUMMARY, device: 'a\u0000b\u202Ec\n' }),
      IDS,
    );
    expect(decoded.ok && decoded.summary.device).toBe('abc');
  });

  test('names the counts of samples that this site does not know', () => {
    const decoded = decodeRunSummary(LINK, IDS.slice(0, 5));
    expect(decoded.ok && decoded.summary.samples.map(({ id }) => id)).toEqual([IDS[0]]);
    expect(decoded.ok && decoded.unknown).toHaveLength(2);
  });
});

describe('180 samples', () => {
  test(
    'fit in 2,000 characters and come back, for any counts of 1 to 1,000 attempts',
    { timeout: 60_000 },
    () => {
      let longest = 0;
      fc.assert(
        fc.property(wholeRuns, (summary) => {
          const text = encodeRunSummary(summary, IDS);
          longest = Math.max(longest, text.length);
          const decoded = decodeRunSummary(text, IDS);
          expect(decoded.ok && decoded.summary.samples).toEqual(summary.samples);
          expect(text.length).toBeLessThan(2000);
        }),
        { numRuns: 60 },
      );
      expect(longest).toBeGreaterThan(1000);
    },
  );

  test.each([true, false])(
    'with 1,000 attempts and the longest names fit in 2,000 characters (partial: %s)',
    (partial) => {
      const long = 'é'.repeat(500);
      const text = encodeRunSummary(
        {
          ...SUMMARY,
          strategy: long,
          model: { provider: long, id: long, title: long },
          siteVersion: long,
          device: long,
          attemptsPerSample: 1000,
          samples: IDS.map((id) => ({
            id,
            counts: counts([200, 200, 200, 200, 100, partial ? 0 : 100]),
          })),
        },
        IDS,
      );
      expect(text.length).toBeLessThan(2000);
      expect(reasonOf(text)).toBe('ok');
    },
  );

  test('with one attempt each fit in 1,100 characters', () => {
    const samples = IDS.map((id, index) => ({ id, counts: counts([index % 2, (index + 1) % 2]) }));
    expect(
      encodeRunSummary({ ...SUMMARY, attemptsPerSample: 1, samples }, IDS).length,
    ).toBeLessThan(1100);
  });
});

describe('a bad link', () => {
  test('that is cut anywhere is called cut off', () => {
    for (let length = 0; length < LINK.length; length += 1) {
      expect(reasonOf(LINK.slice(0, length))).toBe('truncated');
    }
  });

  test('with one other character is found', () => {
    for (let index = 4; index < LINK.length; index += 1) {
      const other = LINK[index] === 'A' ? 'B' : 'A';
      expect(reasonOf(LINK.slice(0, index) + other + LINK.slice(index + 1))).toBe('damaged');
    }
  });

  test.each([
    ['with more behind it', LINK + 'AAAA', 'damaged'],
    ['with a character of no alphabet', LINK.replace(/.$/, '!'), 'damaged'],
    ['with an escaped character', LINK + '%20', 'damaged'],
    ['of a newer version', seal(3, new Uint8Array([1, 2, 3])), 'newer-version'],
    ['of version 0', seal(0, new Uint8Array([1, 2, 3])), 'damaged'],
    ['with nothing inside', seal(1, new Uint8Array()), 'damaged'],
    ['of a million characters', 'A'.repeat(1_000_000), 'too-long'],
    ['that is empty', '', 'truncated'],
  ])('%s → %s', (_what, text, reason) => {
    expect(reasonOf(text)).toBe(reason);
  });

  test('about samples of another data set says so', () => {
    const decoded = decodeRunSummary(LINK, ['CWE-999/other']);
    expect(decoded).toMatchObject({ ok: false, reason: 'unknown-dataset' });
  });

  test('of any kind gives a reason and never throws', () => {
    const alphabet = fc.constantFrom(
      ...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_',
    );
    const texts = fc.oneof(fc.string(), fc.string({ unit: alphabet, maxLength: 3000 }));
    fc.assert(fc.property(texts, (text) => reasonOf(text) !== 'ok'));
  });

  test('with a right checksum over any bytes is read or refused, and never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3000 }), (payload) => {
        const decoded = decodeRunSummary(seal(1, payload), IDS);
        if (decoded.ok) encodeRunSummary(decoded.summary, IDS);
      }),
      { numRuns: 500 },
    );
  });
});

describe('refuses to write', () => {
  test.each([
    ['more than 1,000 attempts', { ...SUMMARY, attemptsPerSample: 1001 }],
    ['more attempts of a sample than planned', { ...SUMMARY, attemptsPerSample: 2 }],
    ['a sample twice', { ...SUMMARY, samples: [...SUMMARY.samples, ...SUMMARY.samples] }],
  ])('%s', (_what, summary) => {
    expect(() => encodeRunSummary(summary)).toThrow(RangeError);
  });
});

describe('summing up a run', () => {
  const run = {
    plan: {
      task: 'generation',
      strategy: 'plain',
      model: { provider: 'reference', id: 'mix', title: 'Mix' },
      sampleIds: ['CWE-089/b', 'CWE-022/a', 'CWE-022/c'],
      attemptsPerSample: 2,
      temperature: 0,
      maxTokens: 512,
      seed: 7,
      datasetVersion: 'abcdef0123456789'.repeat(4),
    },
    siteVersion: '0.1.0',
    updatedAt: Date.UTC(2026, 10, 22, 23, 59),
  } as const;
  const attempts = [
    { sampleId: 'CWE-089/b', cwe: 'CWE-089', verdict: 'vulnerable' },
    { sampleId: 'CWE-089/b', cwe: 'CWE-089', verdict: 'inconclusive' },
    { sampleId: 'CWE-022/a', cwe: 'CWE-022', verdict: 'secure' },
  ] as const;
  const summary = summarize(run, attempts, 'test device');

  test('counts the verdicts of every sample of the plan', () => {
    expect(summary.samples).toEqual([
      { id: 'CWE-022/a', counts: counts([1]) },
      { id: 'CWE-022/c', counts: counts([0]) },
      { id: 'CWE-089/b', counts: counts([0, 1, 0, 0, 0, 1]) },
    ]);
  });

  test('takes the plan, the day and the first digits of the data set', () => {
    expect(summary).toMatchObject({
      datasetVersion: 'abcdef012345',
      task: 'generation',
      strategy: 'plain',
      seed: 7,
      finishedOn: '2026-11-22',
      device: 'test device',
    });
  });

  test('shows the same figures as the attempts, after the way through a link', () => {
    const decoded = decodeRunSummary(encodeRunSummary(summary), run.plan.sampleIds);
    if (!decoded.ok) throw new Error(decoded.reason);
    expect(figuresOfCounts(sampleFiguresOf(decoded.summary), [1])).toEqual(
      figuresOf(attempts, [1]),
    );
  });
});
