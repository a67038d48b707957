import { describe, expect, test } from 'vitest';
import { parseSample } from '../../../../src/core/dataset/parse-sample.ts';
import { FILES, SAMPLE_MD, TESTS_PY } from './sample-files.ts';

const ID = 'CWE-089/find-orders';

function violationsOf(files: Record<string, string>, id = ID) {
  const parsed = parseSample(id, { ...FILES, ...files });
  return parsed.ok ? [] : parsed.violations.map((v) => `${v.file}:${v.line}: ${v.message}`);
}

describe('a sample that follows the format', () => {
  const parsed = parseSample(ID, FILES);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.violations));
  const { sample, reviewed } = parsed;

  test('takes the fields of the front matter', () => {
    expect(sample).toMatchObject({
      id: ID,
      cwe: 'CWE-089',
      title: 'Orders of a customer',
      difficulty: 'easy',
      entryPoint: 'find_orders',
      signature: 'def find_orders(db: sqlite3.Connection, name: str) -> list[int]: ...',
    });
  });

  test('has the default limits where none are given', () => {
    expect(sample.limits).toEqual({ loadMs: 5000, testMs: 3000 });
  });

  test('takes the text of a section without its heading', () => {
    expect(sample.insecureCodeExplanation).toBe('The name is pasted into the SQL text.');
  });

  test('finds name, kind, docstring and limit of every test', () => {
    expect(sample.testInfos).toEqual([
      {
        name: 'test_functional_finds_both',
        kind: 'functional',
        doc: 'Both orders of a customer are found.',
      },
      {
        name: 'test_security_quote',
        kind: 'security',
        doc: "A quote in the name doesn't end the text.",
        limitMs: 1500,
      },
    ]);
  });

  test('lists the variants by name, with their kind', () => {
    expect(sample.variants).toEqual([
      { name: 'insecure_block_list', kind: 'insecure', code: 'a = 4\n' },
      { name: 'insecure_escape', kind: 'insecure', code: 'a = 3\n' },
      { name: 'secure_named', kind: 'secure', code: 'a = 1\n' },
      { name: 'secure_qmark', kind: 'secure', code: 'a = 2\n' },
    ]);
  });

  test('hands out the record of the review beside the sample', () => {
    expect(reviewed).toEqual(['attacked: quotes, comments, NUL']);
  });
});

test('takes own limits, and the default for the one that is not given', () => {
  const md = SAMPLE_MD.replace('signature: |', 'limits:\n  test_ms: 800\nsignature: |');
  const parsed = parseSample(ID, { ...FILES, 'sample.md': md });
  expect(parsed.ok && parsed.sample.limits).toEqual({ loadMs: 5000, testMs: 800 });
});

test('a heading inside a code fence starts no section', () => {
  const md = SAMPLE_MD.replace("find_orders(db, 'ann')", '## Notes');
  const parsed = parseSample(ID, { ...FILES, 'sample.md': md });
  expect(parsed.ok && parsed.sample.problem).toContain('## Notes');
});

test('reads files with Windows line ends', () => {
  const parsed = parseSample(ID, { ...FILES, 'sample.md': SAMPLE_MD.replaceAll('\n', '\r\n') });
  expect(parsed.ok && parsed.sample.title).toBe('Orders of a customer');
});

test.each([
  ['a missing field', SAMPLE_MD.replace('difficulty: easy\n', ''), /^sample\.md:1: .*difficulty/],
  ['an unknown field', SAMPLE_MD.replace('title:', 'nmae: x\ntitle:'), /^sample\.md:2: .*nmae/],
  [
    'a signature as entry point',
    SAMPLE_MD.replace('find_orders\n', 'f(x)\n'),
    /^sample\.md:4: .*entry_point/,
  ],
  ['another canary', SAMPLE_MD.replace('ecee377a', '0'), /^sample\.md:7: .*canary/],
  ['a wrong difficulty', SAMPLE_MD.replace('easy', 'tricky'), /^sample\.md:3: .*difficulty/],
  [
    'broken YAML',
    SAMPLE_MD.replace('title: Orders', 'title: "Orders'),
    /^sample\.md:\d+: front matter/,
  ],
  [
    'a missing section',
    SAMPLE_MD.replace('## Problem\n', ''),
    /^sample\.md:1: .*"## Problem" is missing/,
  ],
  [
    'an unknown section',
    SAMPLE_MD + '\n## Notes\n\nx\n',
    /^sample\.md:\d+: unknown section "## Notes"/,
  ],
  [
    'an empty section',
    SAMPLE_MD.replace('The name is pasted into the SQL text.\n', ''),
    /^sample\.md:25: .*empty/,
  ],
  ['no front matter', SAMPLE_MD.slice(4), /^sample\.md:1: no front matter/],
])('names the line of %s in sample.md', (_what, md, expected) => {
  expect(violationsOf({ 'sample.md': md })).toContainEqual(expect.stringMatching(expected));
});

test.each([
  [
    'a test without docstring',
    TESTS_PY.replace('    """Both orders of a customer are found."""\n', ''),
    /^tests\.py:6: .*docstring/,
  ],
  [
    'a docstring of two lines',
    TESTS_PY.replace('found."""', 'found.\n    All."""'),
    /^tests\.py:6: .*docstring/,
  ],
  [
    'a test of no kind',
    TESTS_PY.replace('test_security_quote', 'test_quote'),
    /^tests\.py:12: test_quote/,
  ],
  ['a computed limit', TESTS_PY.replace('1.5', 'SECONDS'), /^tests\.py:11: @limit/],
  [
    'a test inside a class',
    TESTS_PY + '\nclass A:\n    def test_security_b(self):\n        pass\n',
    /^tests\.py:17: .*top level/,
  ],
  [
    'the same name twice',
    TESTS_PY + '\n\n' + TESTS_PY.slice(TESTS_PY.indexOf('@limit')),
    /^tests\.py:\d+: .*twice/,
  ],
  [
    'no security test',
    TESTS_PY.slice(0, TESTS_PY.indexOf('@limit')),
    /^tests\.py:1: no test named test_security_/,
  ],
])('names the line of %s in tests.py', (_what, tests, expected) => {
  expect(violationsOf({ 'tests.py': tests })).toContainEqual(expect.stringMatching(expected));
});

test('names a missing file', () => {
  expect(violationsOf({ 'secure.py': '' })).toEqual(['secure.py:1: the file is missing or empty']);
});

test('refuses a variant of no kind', () => {
  expect(violationsOf({ 'variants/better.py': 'a = 1\n' })).toEqual([
    'variants/better.py:1: a variant is named secure_….py or insecure_….py',
  ]);
});

test('refuses a folder name that is no sample id', () => {
  expect(violationsOf({}, 'CWE-89/Find_Orders')).toHaveLength(1);
});
