import { expect, test } from 'vitest';
import { endsInTripleQuotes } from '../../../../src/core/python/open-string.ts';
import { isStandardLibrary } from '../../../../src/core/python/standard-library.ts';
import { logicalLines } from '../../../../src/core/python/tokens.ts';

function texts(source: string) {
  return logicalLines(source).map((line) => line.tokens.map(({ text }) => text).join(' '));
}

test('a statement ends with its line', () => {
  expect(texts('a = 1\nb = 2\n')).toEqual(['a = 1', 'b = 2']);
});

test('a statement goes on in open brackets', () => {
  expect(texts('f(\n    1,\n    [2,\n  3])\ng()')).toEqual(['f ( 1 , [ 2 , 3 ] )', 'g ( )']);
});

test('a statement goes on after a backslash', () => {
  expect(texts('a = 1 + \\\n    2\n')).toEqual(['a = 1 + 2']);
});

test('brackets and # in strings are text', () => {
  expect(texts('a = "(#"\nb = \'[\'\n')).toEqual(['a = "(#"', "b = '['"]);
});

test('a string of three quotes may have lines and quotes', () => {
  const [line, next] = logicalLines('a = """x "y"\nz"""\nb = 1\n');
  expect(line?.tokens[2]?.value).toBe('x "y"\nz');
  expect([line?.line, line?.lastLine, next?.line]).toEqual([1, 2, 3]);
});

test.each([
  [String.raw`'a\'b\n\x41\u00e9\\'`, "a'b\nAé\\"],
  [String.raw`r'\d+'`, String.raw`\d+`],
  [`f"Hello, {name}!"`, 'Hello,  !'],
  [`f"{{x}}"`, '{x}'],
  [`b'ab'`, 'ab'],
  [`rb"""a"""`, 'a'],
])('the string %s says %j', (source, value) => {
  expect(logicalLines(source)[0]?.tokens[0]?.value).toBe(value);
});

test('numbers keep their form', () => {
  expect(texts('0o600 1_000 1.5e-3 0xFF .5 2j')).toEqual(['0o600 1_000 1.5e-3 0xFF .5 2j']);
});

test('gives the indentation and the comments of a statement', () => {
  expect(logicalLines('if x:\n    # why\n    y = 1  # literal: fixed\n')[1]).toMatchObject({
    line: 3,
    indent: 4,
    comments: ['literal: fixed'],
  });
});

test.each([
  ['a = """', true],
  ['a = """x"""', false],
  ['a = "\\"" """', true],
  ['# """', false],
  ['a = \'"""\'', false],
  ['\'\'\'\n"""\n', true],
  ["'''\n\"\"\"\n'''", false],
])('%j ends in a string of three quotes: %s', (source, open) => {
  expect(endsInTripleQuotes(source)).toBe(open);
});

test.each([
  ['json', true],
  ['os.path', true],
  ['xml.etree.ElementTree', true],
  ['tomllib', true],
  ['cgi', false],
  ['requests', false],
])('%s is in the standard library of Python 3.14: %s', (name, known) => {
  expect(isStandardLibrary(name)).toBe(known);
});
