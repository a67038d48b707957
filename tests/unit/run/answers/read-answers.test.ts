import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { extentOf } from '../../../../src/run/answers/extent.ts';
import { readAnswers, type ReadingProgress } from '../../../../src/run/answers/read-answers.ts';

const SAMPLE_IDS = ['CWE-022/menu', 'CWE-089/search'];
const line = (id: string, completion: string) => JSON.stringify({ task_id: id, completion });

interface Given {
  readonly [path: string]: string | Uint8Array;
}

function read(files: Given, signal = new AbortController().signal, onProgress = noProgress) {
  return readAnswers(
    Object.entries(files).map(([path, content]) => ({
      path,
      blob: new Blob([content as Uint8Array<ArrayBuffer>]),
    })),
    { sampleIds: SAMPLE_IDS, signal, onProgress },
  );
}

const noProgress = (_progress: ReadingProgress): void => undefined;

const ANSWERS = [
  { sampleId: 'CWE-022/menu', index: 0, text: 'a' },
  { sampleId: 'CWE-022/menu', index: 1, text: 'b' },
];
const LINES = `${line('CWE-022/menu', 'a')}\n${line('CWE-022/menu', 'b')}\n`;

describe('answers are read from', () => {
  test.each<[string, Given]>([
    ['samples.jsonl', { 'samples.jsonl': LINES }],
    ['samples.jsonl.gz', { 'samples.jsonl.gz': gzipSync(LINES) }],
    ['a gzipped file under another name', { samples: gzipSync(LINES) }],
    [
      'parts, one after the other',
      {
        'part1.jsonl': line('CWE-022/menu', 'a'),
        'part2.jsonl': line('CWE-022/menu', 'b'),
      },
    ],
    ['generations', { 'generations.json': '[["a", "b"], []]' }],
    ['a folder', { 'out/CWE-022/menu/0.py': 'a', 'out/CWE-022/menu/1.py': 'b' }],
    [
      'an archive of a folder',
      {
        'out.zip': zipSync({
          'out/CWE-022/menu/0.py': strToU8('a'),
          'out/CWE-022/menu/1.py': [strToU8('b'), { level: 0 }],
          '__MACOSX/out/CWE-022/menu/._0.py': strToU8('junk'),
        }),
      },
    ],
    ['an archive with samples.jsonl', { 'out.zip': zipSync({ 'samples.jsonl': strToU8(LINES) }) }],
    [
      'an exported run',
      {
        'run.json': JSON.stringify(
          {
            format: 'codeseceval-run',
            attempts: ANSWERS.map(({ text, ...slot }) => ({
              ...slot,
              completion: { text, finish: 'stop' },
            })),
          },
          null,
          1,
        ),
      },
    ],
  ])('%s', async (_name, files) => {
    expect(await read(files)).toEqual({
      completions: ANSWERS,
      skipped: [],
      skippedCount: 0,
      unknownIds: [],
    });
  });

  test('a pasted text', async () => {
    const { completions } = await read({ 'Pasted answers': '=== CWE-022/menu#1 ===\nb' });
    expect(completions).toEqual([{ sampleId: 'CWE-022/menu', index: 1, text: 'b\n' }]);
  });
});

test('a bad line is named by its number, and the others are read', async () => {
  const text = `${line('CWE-022/menu', 'a')}\nnonsense\n${line('CWE-1/x', 'c')}\n${line('CWE-022/menu', 'b')}`;
  expect(await read({ 'samples.jsonl': text })).toEqual({
    completions: ANSWERS,
    skipped: [
      { where: 'line 2', problem: 'the line is not JSON' },
      { where: 'line 3', problem: 'the data set has no sample “CWE-1/x”' },
    ],
    skippedCount: 2,
    unknownIds: ['CWE-1/x'],
  });
});

test('of several files the bad line is named with its file', async () => {
  const { skipped } = await read({ 'a.jsonl': LINES, 'b.jsonl': '{}' });
  expect(skipped).toEqual([{ where: 'b.jsonl, line 1', problem: 'there is no text `task_id`' }]);
});

test('an archive that is cut off gives the answers before the cut', async () => {
  const archive = zipSync({
    'CWE-022/menu/0.py': [strToU8('a'), { level: 0 }],
    'CWE-022/menu/1.py': [strToU8('b'.repeat(9000)), { level: 0 }],
  });
  const { completions, skipped } = await read({ 'out.zip': archive.subarray(0, 5000) });
  expect(completions).toHaveLength(1);
  expect(skipped).toMatchObject([{ where: 'out.zip' }]);
});

test('a gzipped file that is cut off is named, with the answers before the cut', async () => {
  const many = Array.from({ length: 400 }, (_, at) =>
    line('CWE-022/menu', `${at} ${Math.sin(at)}`),
  );
  const { completions, skipped } = await read({
    'samples.jsonl.gz': gzipSync(many.join('\n')).subarray(0, -2000),
  });
  expect(completions.length).toBeLessThan(400);
  expect(skipped).toMatchObject([{ where: 'samples.jsonl.gz' }]);
});

test('an archive that unpacks to far too much is read up to there', async () => {
  const bomb = zipSync({
    'CWE-022/menu/0.py': strToU8('a'),
    'CWE-022/menu/1.py': [new Uint8Array(6e6), { level: 9 }],
  });
  expect(await read({ 'out.zip': bomb })).toMatchObject({
    completions: [{ index: 0, text: 'a' }],
    skipped: [
      {
        problem: 'the file can’t be read to its end: it unpacks to far more than answers need',
      },
    ],
  });
});

test('a text that no model can have written is no answer', async () => {
  const { skipped } = await read({ 'CWE-022/menu/0.py': 'x'.repeat(4_000_001) });
  expect(skipped).toEqual([
    { where: 'CWE-022/menu/0.py', problem: 'it is too long for an answer' },
  ]);
});

test('a text in no known form is named', async () => {
  expect((await read({ 'README.md': '# Answers' })).skipped).toEqual([
    { where: 'README.md', problem: 'it holds no answers in a form that is known here' },
  ]);
});

test('reading ends with the signal’s reason', async () => {
  const controller = new AbortController();
  const stop = () => controller.abort(new Error('enough'));
  await expect(read({ 'samples.jsonl': LINES }, controller.signal, stop)).rejects.toThrow('enough');
});

test('progress counts the bytes of the file', async () => {
  const seen: ReadingProgress[] = [];
  await read({ 'samples.jsonl': LINES }, undefined, (progress) => seen.push(progress));
  expect(seen.at(-1)).toMatchObject({ bytes: LINES.length, totalBytes: LINES.length });
});

test('whatever the bytes are, only answers to known samples come of them, and nothing is thrown', async () => {
  const names = fc.constantFrom(
    'a.jsonl',
    'a.zip',
    'a.json',
    'a.jsonl.gz',
    'CWE-022/menu/0.py',
    'x.py',
  );
  const zipped = fc.uint8Array({ maxLength: 200 }).map((bytes) => zipSync({ 'a.jsonl': bytes }));
  const cut = fc.tuple(zipped, fc.nat(300)).map(([bytes, at]) => bytes.subarray(0, at));
  const content = fc.oneof(fc.uint8Array(), fc.json(), fc.string(), cut, zipped);
  await fc.assert(
    fc.asyncProperty(names, content, async (name, given) => {
      const { completions } = await read({ [name]: given });
      for (const { sampleId } of completions) expect(SAMPLE_IDS).toContain(sampleId);
    }),
  );
});

test('the extent names the samples and those with fewer answers', () => {
  expect(
    extentOf([
      { sampleId: 'b', index: 0 },
      { sampleId: 'a', index: 0 },
      { sampleId: 'a', index: 1 },
    ]),
  ).toEqual({ sampleIds: ['a', 'b'], attemptsPerSample: 2, short: 1 });
});
