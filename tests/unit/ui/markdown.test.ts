import { expect, test } from 'vitest';
import { parseInline, parseMarkdown } from '../../../src/ui/text/markdown.ts';

test('takes code before emphasis, so that stars in code stay stars', () => {
  expect(parseInline('use `a * b * c` here')).toEqual([
    { kind: 'text', text: 'use ' },
    { kind: 'code', text: 'a * b * c' },
    { kind: 'text', text: ' here' },
  ]);
});

test('leaves HTML as text', () => {
  expect(parseInline('<img src=x onerror=alert(1)>')).toEqual([
    { kind: 'text', text: '<img src=x onerror=alert(1)>' },
  ]);
});

test('joins the lines of a paragraph and ends it at a blank line', () => {
  expect(parseMarkdown('one\ntwo\n\nthree')).toEqual([
    { kind: 'paragraph', content: [{ kind: 'text', text: 'one two' }] },
    { kind: 'paragraph', content: [{ kind: 'text', text: 'three' }] },
  ]);
});

test('keeps a fenced block as it is, with its language', () => {
  expect(parseMarkdown('```python\ndef f():\n    return "*"\n```')).toEqual([
    { kind: 'code', language: 'python', text: 'def f():\n    return "*"' },
  ]);
});

test('takes an unclosed fence to the end of the text', () => {
  expect(parseMarkdown('~~~\na\nb')).toEqual([{ kind: 'code', language: '', text: 'a\nb' }]);
});

test('continues a list item over indented lines', () => {
  expect(parseMarkdown('- one\n  more\n- two')).toEqual([
    {
      kind: 'list',
      ordered: false,
      items: [[{ kind: 'text', text: 'one more' }], [{ kind: 'text', text: 'two' }]],
    },
  ]);
});

test('tells a numbered list from a plain one', () => {
  expect(parseMarkdown('1. first\n2. second')).toMatchObject([{ kind: 'list', ordered: true }]);
});

test('reads a list that follows a paragraph without a blank line', () => {
  expect(parseMarkdown('These count:\n- one\n- two').map(({ kind }) => kind)).toEqual([
    'paragraph',
    'list',
  ]);
});
