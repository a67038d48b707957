import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extractCode } from '../../../../src/core/extraction/extract-code.ts';
import { codeBlock } from '../../../../src/core/prompts/parts.ts';
import { readCorpus } from './corpus/read-corpus.ts';

const SIGNATURE = 'def f(x: int) -> int: ...';
const CORPUS = readCorpus();

/** Lines that answers are made of, so that random answers reach the rules. */
const line = fc.constantFrom(
  'def f(x):',
  'async def f(x):',
  'class f:',
  'def g(y): return y',
  '    return x',
  '  return g(x)',
  'return x',
  '    """Doc.',
  '"""',
  "'''",
  "'''python",
  'import re',
  'x = {',
  '}',
  'f(1)',
  'f.limit = 3',
  '# a comment',
  '```',
  '```python',
  '  ```py',
  '````',
  '`````markdown',
  '~~~',
  '> ```python',
  '> def f(x): return x',
  '- ```python',
  'return 1```',
  'Here is the code:',
  'The original insecure code:',
  '<think>',
  '</think>',
  '[THINK]',
  '[/THINK]',
  '<code>',
  '</code>',
  '>>> def f(x):',
  '...     return x',
  '3',
  '@@ -1 +1 @@',
  '+    return x',
  '-    return y',
  '--- a/f.py',
  '+++ b/f.py',
  '{"code": "def f(x): return x"}',
  '{"code": "def f(x):',
  '    return x &lt; 1',
  'x &amp;lt; y -&gt; z',
  'def f(x) -&gt; int:',
  '\u00A0\u00A0return\u00A0x',
  '`def f(x): return x`',
  'a <|im_end|>',
  '<|im_start|>user',
  '<|channel|>final<|message|>',
  '\uFEFF',
  '\t',
  '',
  '',
);

const answer = fc.oneof(
  fc.array(line, { maxLength: 14 }).map((lines) => lines.join('\n')),
  fc.array(line, { maxLength: 6 }).map((lines) => lines.join('\r\n')),
  fc.string({ maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom(...CORPUS.map((one) => one.answer)),
);

test('every text has an extraction: code with a rule, or a reason', () => {
  fc.assert(
    fc.property(answer, fc.constantFrom('f', 'add', 'A$^(', ''), (text, entryPoint) => {
      const extraction = extractCode(text, entryPoint, { signature: SIGNATURE });
      if (extraction.kind === 'code') {
        expect(extraction.code).toMatch(/\S\n$/);
        expect(extraction.rule).not.toBe('');
      } else expect(extraction.reason).not.toBe('');
    }),
    { numRuns: 2000 },
  );
});

test('extracted code in a block is extracted as it is', () => {
  fc.assert(
    fc.property(answer, (text) => {
      const first = extractCode(text, 'f', { signature: SIGNATURE });
      fc.pre(first.kind === 'code');
      const second = extractCode(fenced(first.code), 'f', { signature: SIGNATURE });
      expect(second).toMatchObject({ kind: 'code', code: first.code });
    }),
    { numRuns: 2000 },
  );
});

test.each(CORPUS.filter(({ code }) => code !== '').map((one) => [one.name, one] as const))(
  'the code of "%s" in a block is extracted as it is',
  (_name, { code, entryPoint }) => {
    expect(extractCode(fenced(code), entryPoint)).toMatchObject({ kind: 'code', code });
  },
);

test('a block comes out as it went in, whatever prose stands around it', () => {
  const code = 'def f(x):\n    return x\n';
  const prose = fc.string({ unit: fc.constantFrom('a', 'Z', ' ', '.', '\n', "'", '"', '#', '`') });
  fc.assert(
    fc.property(prose, prose, (before, after) => {
      fc.pre(!/`{3}/.test(before + after) && !/'{3}|"{3}/.test(before));
      const text = `${before}\n${codeBlock(code)}\n${after}`;
      expect(extractCode(text, 'f')).toMatchObject({ kind: 'code', code });
    }),
  );
});

/** Like `codeBlock` of the prompts, but keeps the indentation of the first line. */
function fenced(code: string): string {
  const fence = '`'.repeat(
    Math.max(2, ...[...code.matchAll(/`+/g)].map(([run]) => run.length)) + 1,
  );
  return `${fence}python\n${code}${fence}`;
}

/** Of about 200,000 characters each. If the work grew with their square, they would take minutes. */
const LARGE: readonly [what: string, completion: string][] = [
  ['ticks', '`'.repeat(200_000)],
  ['ticks behind a letter', `a${'`'.repeat(200_000)}b`],
  ['spaces', ' '.repeat(200_000) + 'x'],
  ['fences', '```\n'.repeat(50_000)],
  ['fences that open', '```python\n'.repeat(20_000)],
  ['fences that never close', '~~~x\nfoo~~~\n'.repeat(16_000)],
  ['fences too short to close', '`````x\n```\n'.repeat(18_000)],
  ['fences in an open string', '```python\n"""\n' + '```\n'.repeat(50_000)],
  ['blocks with an open string', '```python\ns = """\n```\n'.repeat(9_000)],
  ['nested fences', Array.from({ length: 600 }, (_, n) => '`'.repeat(603 - n)).join('md\n')],
  ['Markdown in Markdown', '````markdown\n```markdown\n'.repeat(8_000)],
  ['ticks with prose', 'a ```py b\n'.repeat(20_000)],
  ['inline code', '`def f(x'.repeat(25_000)],
  ['brackets', '['.repeat(200_000)],
  ['brackets in code', 'def f(x):\n' + '    y = (\n'.repeat(20_000)],
  ['closing brackets in a block', '```python\ndef f(x): pass\n' + ')'.repeat(200_000) + '\n```'],
  ['braces', '{'.repeat(200_000)],
  ['nested JSON', '{"a":'.repeat(40_000) + '1' + '}'.repeat(40_000)],
  ['broken JSON', '{"code": "' + '\\"a\n'.repeat(50_000)],
  ['thinking tags', '<think>\n'.repeat(25_000)],
  ['closing thinking tags', 'a </think>\n'.repeat(18_000)],
  ['code tags', '<code>def f('.repeat(16_000)],
  ['end marks', '</s>'.repeat(50_000)],
  ['turns', '<|im_end|>\n<|im_start|>user\n'.repeat(7_000)],
  ['start marks', '<s>'.repeat(60_000)],
  ['prompts', '>>> def f(x):\n'.repeat(14_000)],
  ['escapes', '```python\ndef f(x) -&gt; x:\n' + '&amp;'.repeat(40_000) + '\n```'],
  ['no-break spaces', '\u00A0'.repeat(200_000) + 'def f(x): pass'],
  ['definitions', 'def f(\n'.repeat(28_000)],
  ['definitions in text blocks', '```text\n' + 'def f(\n'.repeat(28_000) + '```'],
  ['blocks that need each other', chain(4_000)],
  ['drafts', '```python\ndef f(x):\n    return x\n```\n'.repeat(5_000)],
  ['words', 'word '.repeat(40_000)],
  ['names of one line', 'a.'.repeat(100_000) + 'a'],
  ['assignments of one line', 'a, '.repeat(66_000) + ' = 1'],
  ['quotes', '"'.repeat(200_000)],
  ['quotes in a block', "```python\ndef f(x): ''\n" + "'".repeat(200_000) + '\n```'],
  ['hunks', '```diff\n' + '@@ -1 +1 @@\n+def f(x): pass\n'.repeat(7_000) + '```'],
  ['decorators', '@a\n'.repeat(66_000)],
  ['carriage returns', '\r'.repeat(200_000)],
];

/** Blocks of which each needs the one before. */
function chain(length: number): string {
  const blocks = Array.from(
    { length },
    (_, n) => `\`\`\`python\ndef g${n + 1}(): return g${n}()\n\`\`\`\n`,
  );
  return `\`\`\`python\ndef f(x): return g${length}()\n\`\`\`\n${blocks.join('')}`;
}

describe('the work grows with the length of the answer, not faster, for many', () => {
  test.each(LARGE)('%s', { timeout: 10_000 }, (_what, completion) => {
    const extraction = extractCode(completion, 'f', { signature: SIGNATURE });
    expect(['code', 'no-code']).toContain(extraction.kind);
  });
});
