import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pythonSpans } from '../../../src/ui/text/python-spans.ts';

const kindsOf = (source: string) =>
  pythonSpans(source)
    .filter(({ kind }) => kind !== 'plain')
    .map(({ kind, text }) => [kind, text]);

test('a keyword inside a string is no keyword', () => {
  expect(kindsOf('x = "if not"')).toEqual([['string', '"if not"']]);
});

test('a hash inside a string starts no comment', () => {
  expect(kindsOf("url = '#top'  # the top")).toEqual([
    ['string', "'#top'"],
    ['comment', '# the top'],
  ]);
});

test('a triple-quoted string goes over lines', () => {
  expect(kindsOf('"""one\ntwo"""')).toEqual([['string', '"""one\ntwo"""']]);
});

test('the prefix belongs to the string', () => {
  expect(kindsOf('rb\'x\' f"{y}"')).toEqual([
    ['string', "rb'x'"],
    ['string', 'f"{y}"'],
  ]);
});

test('names the function that is defined', () => {
  expect(kindsOf('def total(x): pass')).toEqual([
    ['keyword', 'def'],
    ['name', 'total'],
    ['keyword', 'pass'],
  ]);
});

test('a name that starts with a keyword is a name', () => {
  expect(kindsOf('import_time = format1')).toEqual([]);
});

test('the spans together are the source again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (source) => {
      expect(
        pythonSpans(source)
          .map(({ text }) => text)
          .join(''),
      ).toBe(source);
    }),
  );
});
