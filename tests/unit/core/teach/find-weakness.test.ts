import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  gradeFind,
  tellingLines,
  weaknessChoices,
} from '../../../../src/core/teach/find-weakness.ts';
import { diffLines } from '../../../../src/core/line-diff.ts';
import { isHelpShown } from '../../../../src/core/teach/exercise.ts';
import { fakeSample } from '../../../fakes/fake-dataset.ts';

const text = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join('');

describe('a difference of two texts', () => {
  test('tells what is the same, removed and added', () => {
    expect(diffLines('a\nb\nc\n', 'a\nx\nc\n')).toEqual([
      { kind: 'same', text: 'a', line: 1 },
      { kind: 'removed', text: 'b', line: 2 },
      { kind: 'added', text: 'x', line: null },
      { kind: 'same', text: 'c', line: 3 },
    ]);
  });

  test('gives both texts back, for any', () => {
    const lines = fc.array(fc.constantFrom('a', 'b', 'c', ''), { minLength: 1 });
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const diff = diffLines(text(before), text(after));
        const side = (left: 'removed' | 'added') =>
          diff.filter(({ kind }) => kind !== left).map((line) => line.text);
        expect(side('added')).toEqual(before);
        expect(side('removed')).toEqual(after);
      }),
    );
  });
});

describe('the lines that count as the place of a weakness', () => {
  test.each([
    ['the changed ones', 'a\nb\nc\n', 'a\nx\nc\n', [2]],
    ['those beside an addition', 'a\nb\n', 'a\nx\nb\n', [1, 2]],
    [
      'those beside an addition to a function',
      'def f():\n    a\n',
      'def f():\n    x\n    a\n',
      [2],
    ],
    [
      'not those beside a new function',
      'def f():\n    a\n',
      'def g():\n    b\n\n\ndef f():\n    c\n',
      [2],
    ],
    ['not imports, where more has changed', 'import os\na\n', 'import re\nb\n', [2]],
    ['not those beside an added import', 'a\n\nb\n', 'a\nimport re\n\nb\n', []],
    ['no empty ones beside an addition', 'a\n\nb\n', 'a\n\nx\nb\n', [1, 3]],
  ])('%s', (_what, before, after, lines) => {
    expect([...tellingLines(diffLines(before, after))]).toEqual(lines);
  });

  test('are there for every sample of the data set', () => {
    const samples = readdirSync('dataset')
      .filter((name) => name.startsWith('CWE-'))
      .flatMap((cwe) => readdirSync(`dataset/${cwe}`).map((slug) => `dataset/${cwe}/${slug}`));
    const without = samples.filter((folder) => {
      const read = (file: string) => readFileSync(`${folder}/${file}`, 'utf8');
      return tellingLines(diffLines(read('insecure.py'), read('secure.py'))).size === 0;
    });
    expect(samples.length).toBeGreaterThan(100);
    expect(without).toEqual([]);
  });
});

describe('finding a weakness', () => {
  const samples = [
    'CWE-022/a',
    'CWE-078/b',
    'CWE-077/c',
    'CWE-089/d',
    'CWE-601/e',
    'CWE-502/f',
    'CWE-611/g',
    'CWE-113/h',
    'CWE-020/i',
  ].map((id) => fakeSample(id));
  const [first = fakeSample('CWE-022/a'), second = fakeSample('CWE-078/b')] = samples;

  test('offers the right one and five others, the same every time', () => {
    const choices = weaknessChoices(first, samples);
    expect(choices).toHaveLength(6);
    expect(choices).toContain('CWE-022');
    expect(choices).toEqual(weaknessChoices(first, samples.toReversed()));
  });

  test('offers no wrong answer that is nearly right', () => {
    expect(weaknessChoices(second, samples)).not.toContain('CWE-077');
    expect(weaknessChoices(second, samples)).not.toContain('CWE-020');
  });

  test('grades name and place apart', () => {
    expect(gradeFind({ cwe: 'CWE-022', lines: [1, 2] }, first)).toEqual({
      weakness: true,
      lines: true,
    });
    expect(gradeFind({ cwe: 'CWE-089', lines: [1] }, first)).toEqual({
      weakness: false,
      lines: false,
    });
  });
});

describe('a help', () => {
  test.each([
    [0, 0, false, true],
    [2, 1, false, false],
    [2, 2, false, true],
    [5, 1, true, true],
    [null, 99, true, false],
  ])('after %j tries, with %i made and solved: %j → %j', (rule, tries, solved, shown) => {
    expect(isHelpShown(rule, tries, solved)).toBe(shown);
  });
});
