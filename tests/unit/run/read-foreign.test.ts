import { strToU8, zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readForeign } from '../../../src/run/foreign/read-foreign.ts';

const ITEM = {
  ID: 'CWE-022_own_1',
  Problem: 'def read(name): ...',
  'Insecure Code': 'def read(name):\n    return open(name).read()\n',
  'Secure Code': 'def read(name):\n    return ""\n',
  Test: 'def check(candidate):\n    assert candidate("a") == ""\n',
  Entry_Point: 'read',
};
const NOTE = {
  ID: ITEM.ID,
  'Vulnerability-aware Information': 'Mind the path.',
  'Insecure Code Explanation': 'Any path.',
};
const PROMPT = {
  ID: 'CWE-020_own_1.py',
  Prompt: 'import re\n',
  Insecure_code: 'import re\nx = 1\n',
};
const { signal } = new AbortController();

const file = (path: string, content: BlobPart) => ({ path, blob: new Blob([content]) });
const json = (path: string, value: unknown) => file(path, JSON.stringify(value));
const lines = (path: string, values: readonly unknown[]) =>
  file(path, values.map((value) => JSON.stringify(value)).join('\n'));

describe('another data set', () => {
  test('is put together from files in any order', async () => {
    const set = await readForeign(
      [
        lines('samples.jsonl', [{ task_id: ITEM.ID, completion: 'x' }]),
        file('data/Test/CWE-022_own_1/sub/a.txt', 'hello'),
        json('annotation.json', [NOTE]),
        json('SecEvalBase.json', [ITEM]),
      ],
      signal,
    );
    expect(set.skipped).toEqual([]);
    expect(set.samples).toMatchObject([
      { id: ITEM.ID, vulnerabilityAwareProblem: 'Mind the path.' },
    ]);
    expect(set.completions).toMatchObject([{ sampleId: ITEM.ID, index: 0, text: 'x' }]);
    expect([...(set.fixtures.get(ITEM.ID) ?? [])]).toEqual([
      ['Test/CWE-022_own_1/sub/a.txt', btoa('hello')],
    ]);
  });

  test('is read from a zip archive', async () => {
    const archive = zipSync({
      'set/SecEvalBase.json': strToU8(JSON.stringify([ITEM])),
      'set/Test/CWE-022_own_1/a.json': strToU8('[{"not": "a data set"}]'),
    });
    const set = await readForeign([file('set.zip', new Uint8Array(archive))], signal);
    expect(set.samples).toHaveLength(1);
    expect([...(set.fixtures.get(ITEM.ID)?.keys() ?? [])]).toEqual(['Test/CWE-022_own_1/a.json']);
    expect(set.skipped).toEqual([]);
  });

  test('without tests has prompts only', async () => {
    const set = await readForeign([lines('dataset.jsonl', [PROMPT, { ID: 3 }, PROMPT])], signal);
    expect(set.prompts).toEqual([
      { id: PROMPT.ID, prompt: PROMPT.Prompt, insecureCode: PROMPT.Insecure_code },
    ]);
    expect(set.skipped).toEqual([
      'dataset.jsonl, line 2: ID does not fit',
      'dataset.jsonl, line 3: the id CWE-020_own_1.py comes twice',
    ]);
  });

  test('names what it can’t read, and why', async () => {
    const set = await readForeign(
      [
        json('SecEvalBase.json', [ITEM, { ...ITEM, ID: 'b', Test: 7 }]),
        json('again.json', [ITEM]),
        json('ours.json', [{ ...ITEM, Canary: 'c' }]),
        json('else.json', { a: 1 }),
        file('broken.zip', 'PK no archive'),
        lines('samples.jsonl', [{ task_id: 'unknown', completion: 'x' }]),
      ],
      signal,
    );
    expect(set.samples).toHaveLength(1);
    const said = set.skipped.join('\n');
    for (const part of [
      'SecEvalBase.json, item 2: Test does not fit',
      'again.json: there is another file of this kind',
      'ours.json: this is the site’s own data set',
      'else.json: it is neither',
      'broken.zip: ',
      'samples.jsonl, line 1: ',
    ])
      expect(said).toContain(part);
  });

  test('takes every answer file by its own lines, also with a damaged first one', async () => {
    const set = await readForeign(
      [
        json('set.json', [ITEM]),
        file(
          'one.jsonl',
          `{"task_id": "half\n${JSON.stringify({ task_id: ITEM.ID, completion: 'a' })}`,
        ),
        lines('two.jsonl', [{ task_id: ITEM.ID, completion: 'b' }, { task_id: 'no' }]),
      ],
      signal,
    );
    expect(set.completions.map(({ index, text }) => [index, text])).toEqual([
      [0, 'a'],
      [1, 'b'],
    ]);
    expect(set.skipped).toEqual([
      expect.stringContaining('one.jsonl, line 1: '),
      expect.stringContaining('two.jsonl, line 2: '),
    ]);
  });

  test('finds samples by ids without zeros, and leaves what tests open as it is', async () => {
    const archive = new Uint8Array(zipSync({ 'in.txt': strToU8('x') }));
    const set = await readForeign(
      [
        json('set.json', [{ ...ITEM, ID: 'CWE-22_a_1' }]),
        lines('answers.jsonl', [{ task_id: 'CWE-22_a_1', completion: 'a' }]),
        file('Test/CWE-22_a_1/a.zip', archive),
        file('Test/CWE-22_a_1/big.bin', new Uint8Array(5_000_000)),
        file('Test/CWE-99_b_1/a.txt', 'x'),
        file('notes.whl', 'x'),
      ],
      signal,
    );
    expect(set.completions).toHaveLength(1);
    expect([...(set.fixtures.get('CWE-22_a_1')?.keys() ?? [])]).toEqual(['Test/CWE-22_a_1/a.zip']);
    expect(set.skipped).toEqual([
      'Test/CWE-22_a_1/big.bin: the files of this sample are more than 4 MB',
      'Test/CWE-99_b_1/a.txt: no sample opens it',
      'notes.whl: no sample opens it',
    ]);
  });

  test('never leaves the folder of a sample', async () => {
    const set = await readForeign(
      [json('set.json', [ITEM]), file('Test/CWE-022_own_1/../../etc/passwd', 'x')],
      signal,
    );
    expect(set.fixtures.size).toBe(0);
  });

  test('whatever the files hold, there is a set and no exception', async () => {
    const names = fc.constantFrom(
      'a.json',
      'b.jsonl',
      'c.zip',
      'd.jsonl.gz',
      'Test/x/y',
      '__proto__',
    );
    const contents = fc.oneof(
      fc.uint8Array({ maxLength: 200 }).map((bytes) => new Uint8Array(bytes)),
      fc.json(),
      fc.jsonValue().map((value) => JSON.stringify([value, ITEM])),
      fc.jsonValue().map((value) => JSON.stringify({ ...ITEM, Problem: value })),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(names, contents), { maxLength: 4 }), async (files) => {
        const set = await readForeign(
          files.map(([path, content]) => file(path, content)),
          signal,
        );
        expect(Array.isArray(set.samples)).toBe(true);
        for (const why of set.skipped) expect(why).toMatch(/\S/);
      }),
      { numRuns: 200 },
    );
  });

  test('ends with the reason of the signal', async () => {
    const controller = new AbortController();
    controller.abort(new Error('enough'));
    const reading = readForeign([json('a.json', [ITEM])], controller.signal);
    await expect(reading).rejects.toThrow('enough');
  });
});
