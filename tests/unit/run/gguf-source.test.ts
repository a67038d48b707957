import { expect, test } from 'vitest';
import { readGgufAddress, readGgufFiles } from '../../../src/run/gguf-source.ts';

const file = (name: string) => new File(['GGUF'], name);

test('an address of a file is taken', () => {
  expect(readGgufAddress(' https://models.example/a/tiny%20one.gguf ')).toEqual({
    ok: true,
    source: {
      kind: 'address',
      id: 'address/https://models.example/a/tiny%20one.gguf',
      title: 'tiny one',
      url: 'https://models.example/a/tiny%20one.gguf',
    },
  });
});

test('the page of a file at Hugging Face is taken for the file', () => {
  expect(
    readGgufAddress('https://huggingface.co/o/r/blob/main/m-q4.gguf?download=true'),
  ).toMatchObject({ source: { url: 'https://huggingface.co/o/r/resolve/main/m-q4.gguf' } });
});

test.each(['', 'm.gguf', 'ftp://x/m.gguf', 'https://models.example/', 'https://x.example/m.bin'])(
  '%o is refused',
  (text) => {
    expect(readGgufAddress(text).ok).toBe(false);
  },
);

test('the parts of a split model are one, in their order', () => {
  const [reading, ...others] = readGgufFiles([
    file('big-00002-of-00002.gguf'),
    file('big-00001-of-00002.gguf'),
  ]);
  expect(others).toEqual([]);
  expect(reading).toMatchObject({
    ok: true,
    source: { id: 'file/big-00001-of-00002.gguf', title: 'big' },
  });
  const source = reading?.ok === true ? reading.source : null;
  expect(source?.kind === 'files' && source.files.map(({ name }) => name)).toEqual([
    'big-00001-of-00002.gguf',
    'big-00002-of-00002.gguf',
  ]);
});

test('a part alone asks for the others', () => {
  expect(readGgufFiles([file('big-00002-of-00003.gguf')])).toMatchObject([
    { ok: false, problem: expect.stringContaining('one of 3 parts') as string },
  ]);
});

test('files of other kinds are refused by name', () => {
  expect(readGgufFiles([file('a.gguf'), file('b.txt')])).toMatchObject([
    { ok: true },
    { ok: false, problem: expect.stringContaining('b.txt') as string },
  ]);
});
