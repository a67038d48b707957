import { describe, expect, test } from 'vitest';
import { lintSample } from '../../../../src/core/dataset/lint-sample.ts';
import { parseSample } from '../../../../src/core/dataset/parse-sample.ts';
import { FILES, SAMPLE_MD, TESTS_PY } from './sample-files.ts';

function lint(changed: Readonly<Record<string, string>>): readonly string[] {
  const files = { ...FILES, ...changed };
  const parsed = parseSample('CWE-089/find-orders', files);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.violations));
  return lintSample(parsed.sample, files, parsed.reviewed).map(
    ({ file, line, message }) => `${file}:${line}: ${message}`,
  );
}

/** The tests of the sample with one more functional test, whose body starts in line 19. */
function lintTest(body: string, kind = 'functional'): readonly string[] {
  const indented = body.replace(/^/gm, '    ');
  return lint({
    'tests.py': `${TESTS_PY}\n\ndef test_${kind}_more(candidate):\n    """More."""\n${indented}\n`,
  });
}

test('finds nothing in a good sample', () => {
  expect(lint({})).toEqual([]);
});

describe('the problem', () => {
  test.each([
    ['injection', 'Beware of injection.'],
    ['securely', 'Do it securely.'],
    ['insecure', 'It is insecure.'],
    ['attacker', 'An attacker may come.'],
    ['sanitise', 'Please sanitise it.'],
    ['CWE', 'See CWE-089.'],
    ['Untrusted', 'Untrusted names come in.'],
  ])('gives away the weakness by "%s"', (word, sentence) => {
    const md = SAMPLE_MD.replace('A bakery keeps', `${sentence}\nA bakery keeps`);
    expect(lint({ 'sample.md': md })).toEqual([
      `sample.md:13: the problem gives the weakness away: "${word}"`,
    ]);
  });

  test('may use words that only look alike', () => {
    const md = SAMPLE_MD.replace('A bakery', 'A bakery in Hackney with a safe');
    expect(lint({ 'sample.md': md })).toEqual([]);
  });

  test('has an example', () => {
    const md = SAMPLE_MD.replace(/```python[^]*?```\n/, '');
    expect(lint({ 'sample.md': md })).toEqual(['sample.md:11: the problem has no example']);
  });

  test('has a version that names the weakness', () => {
    const md = SAMPLE_MD.replace(' (CWE-089)', '');
    expect(lint({ 'sample.md': md })).toEqual([
      "sample.md:21: the vulnerability-aware problem doesn't name the weakness by its id (CWE-089)",
    ]);
  });
});

describe('what a test demands', () => {
  test('an exception that the problem names is fine', () => {
    expect(lintTest('with raises(ValueError):\n    candidate("")')).toEqual([]);
  });

  test('an exception that the problem never names is found', () => {
    expect(lintTest('with raises(KeyError):\n    candidate("")')).toEqual([
      "tests.py:19: the test demands KeyError to be raised, which the problem doesn't name",
    ]);
  });

  test('the same in a security test', () => {
    expect(lintTest('with raises(module.Overdrawn):\n    candidate("")', 'security')).toHaveLength(
      1,
    );
  });

  test('one named exception of several is enough', () => {
    expect(lintTest('with raises(ValueError, KeyError):\n    candidate("")')).toEqual([]);
  });

  test('any exception at all is fine', () => {
    expect(lintTest('with raises(Exception):\n    candidate("")')).toEqual([]);
  });

  test('the text of an exception that the problem never gives is found', () => {
    expect(lintTest('with raises(ValueError, match="no name"):\n    candidate("")')).toEqual([
      'tests.py:19: the test demands the message "no name", which the problem doesn\'t give',
    ]);
  });

  test.each([
    ['a result', 'assert candidate("ann") == "Nobody there"'],
    ['a key of a result', 'assert candidate("ann")["Nobody there"] == 1'],
    ['a part of a result', 'assert "Nobody there" in candidate("ann")'],
    ['the start of a result', 'assert candidate("ann").startswith("Nobody there")'],
    ['an f-string', 'name = "ann"\nassert candidate(name) == f"Nobody there, {name}"'],
    ['every alternative', 'assert candidate("ann") in ("Nobody there", "No one there")'],
  ])('%s that the problem never gives is found', (_what, body) => {
    expect(lintTest(body)).toContainEqual(
      expect.stringMatching(/^tests\.py:(?:19|20): the test demands "Nobody there/),
    );
  });

  test.each([
    ['what the problem gives', 'assert candidate("x") == "the orders of a bakery"'],
    ['what the test puts in', 'text = "Nobody there"\nassert candidate(text) == "Nobody there!"'],
    ['what the call puts in', 'assert candidate("Nobody there") == "nobody there"'],
    ['keywords of a call', 'assert candidate(dict(wood=1)) == {"wood": 1}'],
    ['one given alternative', 'assert candidate("x") in ("ann", "Nobody there")'],
    ['the message of an assert', 'assert candidate("x") == 1, "Nobody there"'],
    ['short words', 'assert candidate("x") == "a;b"'],
    [
      'a literal with a reason',
      'assert candidate("x") == "5d41402abc"  # literal: MD5 of the input',
    ],
  ])('%s is fine', (_what, body) => {
    expect(lintTest(body)).toEqual([]);
  });

  test('a docstring puts nothing in', () => {
    expect(lintTest('"""Says Nobody."""\nassert candidate("x") == "Nobody"')).toHaveLength(1);
  });

  test('a status code and a file mode that the problem never gives are found', () => {
    expect(lintTest('assert reply.status == 418\nassert mode(path) == 0o640')).toEqual([
      "tests.py:19: the test demands 418, which the problem doesn't give",
      "tests.py:20: the test demands 0o640, which the problem doesn't give",
    ]);
  });

  test("security tests compare with canaries, which the problem needn't give", () => {
    expect(lintTest('assert "canary" not in candidate("x")', 'security')).toEqual([]);
  });
});

describe('the craft of tests', () => {
  test.each([
    [
      'swallows an exception',
      'try:\n    candidate("x")\nexcept ValueError:\n    pass\nassert 1 == 1',
    ],
    ['swallows an exception', 'try:\n    candidate("x")\nexcept ValueError: pass\nassert 1 == 1'],
    ['swallows an exception by suppress', 'with suppress(ValueError):\n    assert candidate("x")'],
    ['asserts what is always true', 'candidate("x")\nassert True'],
    ['checks nothing', 'candidate("x")'],
    ['waits', 'time.sleep(1)\nassert candidate("x") == 1'],
    ['reads the real clock', 'assert candidate(datetime.now()) == 1'],
    ['imports inspect', 'import inspect\nassert candidate("x") == 1'],
    [
      'imports requests, which is not in the standard library',
      'import requests\nassert candidate("x") == 1',
    ],
  ])('%s', (message, body) => {
    expect(lintTest(body)).toEqual([expect.stringContaining(message)]);
  });

  test('a helper may hold the assert', () => {
    const tests = `${TESTS_PY}

def check(value):
    assert value == 1


def test_functional_more(candidate):
    """More."""
    check(candidate("x"))
`;
    expect(lint({ 'tests.py': tests })).toEqual([]);
  });

  test('a comment or a text about time.sleep waits for nothing', () => {
    expect(lintTest('# time.sleep(1)\nassert candidate("time.sleep(1)") == 1')).toEqual([]);
  });
});

test('every program imports from the standard library only', () => {
  const code =
    'import json, yaml as y\nfrom xml.etree import ElementTree\nfrom flask import Flask\n';
  expect(lint({ 'variants/secure_named.py': code })).toEqual([
    'variants/secure_named.py:1: imports yaml, which is not in the standard library',
    'variants/secure_named.py:3: imports flask, which is not in the standard library',
  ]);
});

test('only the tests may import the harness', () => {
  expect(lint({ 'secure.py': 'import harness\n' })).toHaveLength(1);
});

test('two secure and two insecure variants are needed', () => {
  const { 'variants/insecure_escape.py': _left, ...files } = FILES;
  const parsed = parseSample('CWE-089/find-orders', files);
  if (!parsed.ok) throw new Error('the sample of the tests is broken');
  expect(lintSample(parsed.sample, files, parsed.reviewed)).toEqual([
    { file: 'sample.md', line: 1, message: '1 of at least 2 files variants/insecure_….py' },
  ]);
});

test('a second reader is needed', () => {
  const md = SAMPLE_MD.replace(/ {2}- "attacked.*\n/, '').replace('reviewed:', 'reviewed: []');
  expect(lint({ 'sample.md': md })).toEqual([
    expect.stringMatching(/^sample\.md:8: no record under reviewed/),
  ]);
});
