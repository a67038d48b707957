import type { LogicalLine, Token } from '../../python/tokens.ts';
import type { Sample } from '../sample.ts';
import type { Violation } from '../violation.ts';
import type { TestFunction, TestModule } from './test-functions.ts';

/**
 * What a machine can see of rule 5: what a test demands stands in the problem. Looked at are types and
 * texts of `raises(…)` in every test, and in functional tests the strings that an `assert` compares with,
 * status codes and file modes. A string is fine where each of its words occurs in the problem or in what the
 * tests put in. A line with the comment `# literal: why` is passed over.
 */
export function lintDemands(sample: Sample, module: TestModule): readonly Violation[] {
  const promised = `${sample.problem}\n${sample.signature}`;
  const inputs = [...module.others, ...module.functions.flatMap(({ body }) => body)].flatMap(
    (line) => [...stringsOf(line, 'input').map(({ value = '' }) => value), ...keywordsOf(line)],
  );
  const known = new Set(wordsOf([promised, ...inputs].join('\n')));
  return module.functions.flatMap((test) =>
    test.kind === null
      ? []
      : test.body
          .filter(({ comments }) => !comments.some((comment) => /^literal: *\S/.test(comment)))
          .flatMap((line) => [
            ...raisesViolations(line, promised),
            ...(test.kind === 'functional' ? assertViolations(line, promised, known, test) : []),
          ]),
  );
}

function raisesViolations(line: LogicalLine, promised: string): readonly Violation[] {
  const start = line.tokens.findIndex(
    ({ text }, index) => text === 'raises' && line.tokens[index + 1]?.text === '(',
  );
  if (start === -1) return [];
  const all = line.tokens.slice(start + 2);
  const match = all.findIndex(({ text }) => text === 'match');
  const types = (match === -1 ? all : all.slice(0, match)).filter(
    ({ kind, text }, index, list) =>
      kind === 'name' && /^[A-Z]\w*[a-z]/.test(text) && list[index + 1]?.text !== '.',
  );
  const violations: Violation[] = [];
  const named = types.some(({ text }) => text === 'Exception' || hasWord(promised, text));
  if (types.length > 0 && !named) {
    const list = types.map(({ text }) => text).join(' or ');
    violations.push(demand(line.line, `${list} to be raised, which the problem doesn't name`));
  }
  const expected =
    match === -1 ? undefined : all.slice(match).find(({ kind }) => kind === 'string');
  if (expected?.value !== undefined && !promised.includes(expected.value)) {
    violations.push(
      demand(expected.line, `the message "${expected.value}", which the problem doesn't give`),
    );
  }
  return violations;
}

function assertViolations(
  line: LogicalLine,
  promised: string,
  known: ReadonlySet<string>,
  test: TestFunction,
): readonly Violation[] {
  if (line.tokens[0]?.text !== 'assert') return [];
  const violations: Violation[] = [];
  const demanded = stringsOf(line, 'demand').map(({ value = '', line: at }) => ({
    value,
    at,
    word: wordsOf(value).find((candidate) => !known.has(candidate)),
  }));
  // `result in ("a", "b")` accepts either; one that the problem gives is enough.
  const anyOf = line.tokens.some(
    ({ text }, index) => text === 'in' && '([{'.includes(line.tokens[index + 1]?.text ?? ' '),
  );
  const given = anyOf && demanded.some(({ word }) => word === undefined);
  for (const { value, at, word } of given ? [] : demanded) {
    if (word === undefined) continue;
    violations.push(
      demand(
        at,
        `"${value}" (${test.name}); "${word}" is neither in the problem nor put in by a test`,
      ),
    );
  }
  for (const [index, token] of line.tokens.entries()) {
    if (token.kind !== 'number') continue;
    const before = line.tokens.slice(Math.max(0, index - 2), index).map(({ text }) => text);
    const isStatus = before.join(' ') === 'status ==';
    const isMode = /^0o/i.test(token.text) && before[1] === '==';
    const digits = token.text.replace(/^0o/i, '');
    if ((isStatus || isMode) && !new RegExp(`(?<!\\d)(?:0o?)?${digits}(?!\\d)`).test(promised)) {
      violations.push(demand(token.line, `${token.text}, which the problem doesn't give`));
    }
  }
  return violations;
}

function demand(line: number, what: string): Violation {
  return { file: 'tests.py', line, message: `the test demands ${what}` };
}

/** Methods whose argument is compared with the result, so that it is demanded and not put in. */
const COMPARING = ['startswith', 'endswith'];

/**
 * The strings of a line that are put in (outside an assert, or inside the brackets of a call) or demanded
 * (the rest of an assert, up to its message).
 */
function stringsOf(line: LogicalLine, role: 'input' | 'demand'): readonly Token[] {
  const isAssert = line.tokens[0]?.text === 'assert';
  const calls: boolean[] = [];
  const found: Token[] = [];
  for (const [index, token] of line.tokens.entries()) {
    const previous = line.tokens[index - 1];
    if ('([{'.includes(token.text)) calls.push(token.text === '(' && opensCall(previous));
    else if (')]}'.includes(token.text)) calls.pop();
    else if (isAssert && token.text === ',' && calls.length === 0) break;
    else if (token.kind === 'string') {
      const isInput = !isAssert || calls.includes(true);
      if (isInput === (role === 'input')) found.push(token);
    }
  }
  return found;
}

/** The names of keyword arguments: `Counter(wood=1)` puts in "wood". */
function keywordsOf(line: LogicalLine): readonly string[] {
  return line.tokens.flatMap(({ kind, text }, index) =>
    kind === 'name' && line.tokens[index + 1]?.text === '=' ? [text] : [],
  );
}

function opensCall(previous: Token | undefined): boolean {
  if (previous === undefined || COMPARING.includes(previous.text)) return false;
  const keyword = ['assert', 'in', 'is', 'not', 'and', 'or', 'if', 'else', 'return'];
  if (previous.kind === 'name') return !keyword.includes(previous.text);
  return previous.text === ')' || previous.text === ']';
}

/** Words of three letters or more in lower case; shorter ones are too common to tell anything. */
function wordsOf(text: string): readonly string[] {
  return [...text.toLowerCase().matchAll(/[\p{L}\p{N}]*\p{L}[\p{L}\p{N}]*/gu)]
    .map(([word]) => word)
    .filter((word) => word.length >= 3);
}

function hasWord(text: string, word: string): boolean {
  return new RegExp(`(?<!\\w)${word}(?!\\w)`).test(text);
}
