import { describe, expect, test } from 'vitest';
import { extractCode } from '../../../../src/core/extraction/extract-code.ts';

const F = 'def f(x):\n    return x\n';
const DRAFT = 'def f(x):\n    return None\n';

function codeIn(completion: string): string {
  const extraction = extractCode(completion, 'f');
  return extraction.kind === 'code' ? extraction.code : `no code: ${extraction.reason}`;
}

describe('takes the code of', () => {
  test.each<[what: string, completion: string]>([
    ['a fenced block', '```python\n' + F + '```'],
    ['a block with prose around it', 'Sure!\n\n```python\n' + F + '```\n\nIt returns x.'],
    ['a block without a language', '```\n' + F + '```'],
    ['a block of another spelling', '```Python\n' + F + '```'],
    ['a block named py', '```py\n' + F + '```'],
    ['a block named python3', '```python3\n' + F + '```'],
    ['a block with attributes', '```python title="f.py" {1,2}\n' + F + '```'],
    ['a block in braces', '```{.python}\n' + F + '```'],
    ['a block with a file name', '```python:src/f.py\n' + F + '```'],
    ['a block with spaces before the language', '```   python\n' + F + '```'],
    ['a block of tildes', '~~~python\n' + F + '~~~'],
    ['a block of four ticks', '````python\n' + F + '````'],
    ['a block that a longer fence closes', '```python\n' + F + '`````'],
    ['a block with spaces behind its fences', '```python  \n' + F + '```   '],
    ['a block with Windows line ends', ('```python\n' + F + '```\n').replaceAll('\n', '\r\n')],
    ['a block that is not closed', '```python\n' + F],
    ['a block in a list', '1. Here:\n\n   ```python\n   def f(x):\n       return x\n   ```\n'],
    [
      'a block far indented',
      '        ```python\n        def f(x):\n            return x\n        ```',
    ],
    ['a fence behind prose', 'The code: ```python\n' + F + '```\nDone.'],
    ['a fence that closes behind code', '```python\ndef f(x):\n    return x```\nThis returns x.'],
    ['a block after a byte order mark', '\uFEFF```python\n' + F + '```'],
    ['an answer without fences', F],
    ['an answer without fences after blank lines', '\n\n' + F + '\n'],
    ['a block with an end mark of the engine', '```python\n' + F + '```<|im_end|>'],
    ['bare code with end marks of the engine', F + '<|eot_id|>\n</s>'],
    ['a block in a language that cannot be', '```text\n' + F + '```'],
  ])('%s', (_what, completion) => {
    expect(codeIn(completion)).toBe(F);
  });

  test.each<[what: string, completion: string]>([
    ['an assignment', '```python\nf = lambda x: x\n```'],
    ['an annotated assignment', '```python\nf: Callable[[int], int] = g\n```'],
    ['a class', '```python\nclass f:\n    pass\n```'],
    ['an async function', '```python\nasync def f(x):\n    pass\n```'],
    ['a generic function', '```python\ndef f[T](x: T) -> T:\n    return x\n```'],
  ])('an entry point that is %s', (_what, completion) => {
    expect(codeIn('```python\nprint(0)\n```\n' + completion + '\n```python\nf(1)\n```')).toBe(
      completion.slice(10, -3),
    );
  });
});

describe('of several blocks', () => {
  test('takes the last one when the model corrects itself', () => {
    expect(codeIn('```python\n' + DRAFT + '```\nWait:\n```python\n' + F + '```')).toBe(F);
  });

  test('takes the one that defines the entry point, not the example of use', () => {
    expect(codeIn('```python\n' + F + '```\nUse:\n```python\nprint(f(1))\n```')).toBe(F);
  });

  test('passes over a shell command', () => {
    expect(codeIn('```python\n' + F + '```\n```bash\npython -c "f(1)"\n```')).toBe(F);
  });

  test('takes the complete one, not the one that was cut off', () => {
    expect(codeIn('```python\n' + F + '```\nBetter:\n```python\ndef f(x):\n    ret')).toBe(F);
  });

  test('does not mistake a longer name for the entry point', () => {
    expect(codeIn('```python\n' + F + '```\n```python\ndef f_test():\n    f(1)\n```')).toBe(F);
  });

  test('does not mistake a comparison for a definition', () => {
    expect(codeIn('```python\n' + F + '```\n```python\nf == g\n```')).toBe(F);
  });

  test('prefers Python to a block of another language that defines the name', () => {
    expect(codeIn('```python\n' + F + '```\n```javascript\nf = 1\n```')).toBe(F);
  });
});

describe('fences inside the code', () => {
  test('a docstring may hold indented fences', () => {
    const code = 'def f(x):\n    """Do.\n\n    ```\n    f(1)\n    ```\n    """\n    return x\n';
    expect(codeIn('```python\n' + code + '```')).toBe(code);
  });

  test('a string may hold fences at the start of a line', () => {
    const code = 'f = """\n```\ncode\n```\n"""\n';
    expect(codeIn('```python\n' + code + '```\nDone.')).toBe(code);
  });

  test('a longer fence holds shorter ones', () => {
    const code = 'def f():\n    pass\n# x\n```\n';
    expect(codeIn('````python\n' + code + '````')).toBe(code);
  });

  test('code without fences may hold some in a docstring', () => {
    const code = 'def f(x):\n    """\n    ```python\n    f(1)\n    ```\n    """\n    return x\n';
    expect(codeIn(code)).toBe(code);
  });

  test('three quotes in a comment open no string', () => {
    expect(codeIn('```python\n# """\n' + F + '```\nand\n```\nx\n```')).toBe('# """\n' + F);
  });
});

describe('thinking', () => {
  test.each<[what: string, completion: string]>([
    ['a closed tag', '<think>\n```python\n' + DRAFT + '```\n</think>\n```python\n' + F + '```'],
    ['a closing tag alone', '```python\n' + DRAFT + '```\n</think>\n\n```python\n' + F + '```'],
    ['an empty tag', '<think>\n\n</think>\n\n```python\n' + F + '```'],
    ['brackets', '[THINK]Hm.[/THINK]```python\n' + F + '```'],
    [
      'channels',
      '<|channel|>analysis<|message|>Hm.<|end|><|channel|>final<|message|>```python\n' +
        F +
        '```<|return|>',
    ],
    ['two rounds', '<think>a</think>\nx\n<thinking>b</thinking>\n```python\n' + F + '```'],
  ])('in %s is no answer', (_what, completion) => {
    expect(codeIn(completion)).toBe(F);
  });

  test.each<[what: string, completion: string]>([
    ['a tag', '<think>\nFirst:\n```python\n' + DRAFT + '```\nBut'],
    ['brackets', '[THINK]Hm. ' + DRAFT],
    ['a channel', '<|channel|>analysis<|message|>Hm.'],
  ])('that never ends in %s leaves no code', (_what, completion) => {
    expect(codeIn(completion)).toBe('no code: unfinished-thinking');
  });
});

describe('no code', () => {
  test.each<[completion: string, reason: string]>([
    ['', 'empty'],
    [' \n\t\n', 'empty'],
    ['```python\n```', 'empty'],
    ['<|im_end|>', 'empty'],
    ["I'm sorry, but I can't help with that.", 'refusal'],
    ['I’m sorry, I can’t assist with this request.', 'refusal'],
    ['As an AI language model, I cannot write this.', 'refusal'],
    ['I am unable to write code that reads files.', 'refusal'],
    ['You should split the text and add the parts.', 'prose-only'],
    ['Define f as follows: first sort, then sum.', 'prose-only'],
    ['```bash\npip install f\n```', 'prose-only'],
    ['```\n1 2 3\n```', 'prose-only'],
  ])('%j → %s', (completion, reason) => {
    expect(codeIn(completion)).toBe(`no code: ${reason}`);
  });
});

describe('never repairs', () => {
  test('a wrong indentation', () => {
    expect(codeIn('```python\ndef f(x):\nreturn x\n```')).toBe('def f(x):\nreturn x\n');
  });

  test('a wrong name', () => {
    expect(extractCode('```python\ndef g(x):\n    return x\n```', 'f')).toEqual({
      kind: 'code',
      code: 'def g(x):\n    return x\n',
      rule: 'block-without-entry-point',
    });
  });

  test('prose in a closed block', () => {
    expect(codeIn('```python\nHere it is:\n' + F + '```')).toBe('Here it is:\n' + F);
  });
});

test('says which rule found the code', () => {
  const rule = (completion: string) => {
    const extraction = extractCode(completion, 'f');
    return extraction.kind === 'code' ? extraction.rule : null;
  };
  expect([
    rule('```python\n' + F + '```'),
    rule('```python\n' + F),
    rule(F),
    rule('def g(): ...'),
  ]).toEqual(['fenced-block', 'unclosed-block', 'whole-answer', 'code-without-entry-point']);
});

test('code that apologises is still code', () => {
  expect(codeIn("I'm sorry for the mistake.\n```python\n" + F + '```')).toBe(F);
});
