import type { Sample } from '../dataset/sample.ts';
import { logicalLines, type LogicalLine } from '../python/tokens.ts';
import { ATTACK_TEST } from './attack.ts';

/** A statement at the top level of a module, with what it is known by and what it uses. */
interface Statement {
  readonly text: string;
  readonly defines: readonly string[];
  readonly uses: ReadonlySet<string>;
  /** The names of an import, so that it can be cut to those that are used. */
  readonly from: { readonly module: string; readonly names: readonly string[] } | null;
}

/** What every attack may want: to call a program and look at what comes, or at its refusal. */
const HARNESS_NAMES = ['attack', 'nonce'] as const;

/**
 * What an attack on a sample starts from: its first functional test under the attack's name, with the imports and
 * helpers that it needs and no others, since these could give the attack away. It runs as it stands, and holds.
 */
export function attackTemplate({ tests, testInfos }: Pick<Sample, 'tests' | 'testInfos'>): string {
  const first = testInfos.find(({ kind }) => kind === 'functional');
  const statements = statementsOf(tests);
  const test = statements.find(({ defines }) => defines[0] === first?.name);
  if (first === undefined || test === undefined) {
    throw new Error('the sample has no functional test');
  }
  const needed = new Set<string>([...test.uses, ...HARNESS_NAMES]);
  const isWanted = ({ defines, from }: Statement): boolean =>
    from?.module !== 'harness' && defines.some((name) => needed.has(name));
  const chosen = new Set<Statement>([test]);
  // Helpers need helpers, wherever these stand.
  for (let before = 0; before < chosen.size;) {
    before = chosen.size;
    for (const statement of statements.filter(isWanted)) {
      chosen.add(statement);
      for (const name of statement.uses) needed.add(name);
    }
  }
  chosen.delete(test);
  const helpers = statements
    .filter((statement) => chosen.has(statement))
    .map((statement) =>
      statement.from === null
        ? statement.text
        : importOf(
            statement,
            statement.defines.filter((name) => needed.has(name)),
          ),
    );
  const harness = statements.find(({ from }) => from?.module === 'harness')?.from?.names ?? [];
  const names = [...new Set([...harness.filter((name) => needed.has(name)), ...HARNESS_NAMES])];
  const imports = helpers.filter((text) => /^(?:import|from)\s/.test(text));
  const rest = helpers.filter((text) => !/^(?:import|from)\s/.test(text));
  return [
    [...imports, `from harness import ${names.toSorted().join(', ')}`].join('\n'),
    ...rest,
    asAttack(test.text, first.name),
  ].join('\n\n\n');
}

/** The fixtures that a sample's tests ask for, `candidate` first and the others by name. */
export function fixturesOf(tests: string): readonly string[] {
  const names = new Set<string>();
  for (const [, parameters = ''] of tests.matchAll(/^def test_\w+\s*\(([^)]*)\)/gm)) {
    for (const parameter of parameters.split(',')) names.add(parameter.trim());
  }
  names.delete('');
  names.delete('candidate');
  return ['candidate', ...[...names].toSorted()];
}

function statementsOf(source: string): readonly Statement[] {
  const physical = source.split('\n');
  const lines = logicalLines(source);
  const starts = lines.flatMap(({ indent }, index) => {
    const before = lines[index - 1];
    const decorated = before?.indent === 0 && before.tokens[0]?.text === '@';
    return indent === 0 && !decorated ? [index] : [];
  });
  return starts.map((start, at) => {
    const own = lines.slice(start, starts[at + 1] ?? lines.length);
    const text = physical.slice((own[0]?.line ?? 1) - 1, own.at(-1)?.lastLine ?? 0).join('\n');
    return { text, ...namesOf(own) };
  });
}

function namesOf(lines: readonly LogicalLine[]): Omit<Statement, 'text'> {
  const uses = new Set(
    lines.flatMap(({ tokens }) =>
      tokens.flatMap(({ kind, text }) => (kind === 'name' ? text : [])),
    ),
  );
  for (const { tokens } of lines) {
    // The parts of an f-string in braces are code.
    for (const { kind, text } of tokens) {
      if (kind !== 'string' || !/^\w*[fFtT]/.test(text)) continue;
      for (const [name] of text.matchAll(/[A-Za-z_]\w*/g)) uses.add(name);
    }
  }
  const head = lines.find(({ tokens }) => tokens[0]?.text !== '@')?.tokens ?? [];
  const [first, second] = head;
  if (first?.text === 'def' || first?.text === 'class') {
    return { defines: second === undefined ? [] : [second.text], uses, from: null };
  }
  if (first?.text === 'import') return { defines: importedNames(head.slice(1)), uses, from: null };
  if (first?.text === 'from') {
    const at = head.findIndex(({ text }) => text === 'import');
    const names = importedNames(head.slice(at + 1));
    const module = head
      .slice(1, at)
      .map(({ text }) => text)
      .join('');
    return { defines: names, uses: new Set(), from: { module, names } };
  }
  const end = head.findIndex(({ text }) => text === '=' || text === ':');
  const targets = head.slice(0, Math.max(0, end)).filter(({ kind }) => kind === 'name');
  return { defines: targets.map(({ text }) => text), uses, from: null };
}

/** `a, b.c as d` binds `a` and `d`. */
function importedNames(tokens: LogicalLine['tokens']): readonly string[] {
  const parts: string[][] = [[]];
  for (const { text } of tokens) {
    if (text === ',') parts.push([]);
    else if (text !== '(' && text !== ')') parts.at(-1)?.push(text);
  }
  return parts.flatMap((part) => {
    const as = part.indexOf('as');
    const name = as === -1 ? part[0] : part[as + 1];
    return name === undefined ? [] : [name];
  });
}

function importOf({ text, from }: Statement, wanted: readonly string[]): string {
  if (from === null || / as /.test(text)) return text;
  return `from ${from.module} import ${wanted.join(', ')}`;
}

/** The test under the attack's name, with a docstring that says what to do. */
function asAttack(text: string, name: string): string {
  const docstring = /^( +)(?:"""[\s\S]*?"""|'''[\s\S]*?''')\n/m;
  return `${text
    .replace(`def ${name}`, `def ${ATTACK_TEST}`)
    .replace(
      docstring,
      (_, indent: string) =>
        `${indent}"""An ordinary use, to begin with. Make it one that only the insecure program fails."""\n`,
    )}\n`;
}
