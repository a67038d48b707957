import { logicalLines, type LogicalLine, type Token } from '../../python/tokens.ts';
import { BUILTINS, KEYWORDS } from './words.ts';

/** The names of a piece of Python, as far as words and shapes tell them. */
export interface ModuleNames {
  /** Bound at module level by `def`, `class` or an assignment. */
  readonly defines: ReadonlySet<string>;
  /** Bound at module level by an import. */
  readonly imports: ReadonlySet<string>;
  /** Used, but bound nowhere in the piece, and no builtin. */
  readonly needs: ReadonlySet<string>;
  readonly uses: ReadonlySet<string>;
  /** Objects that statements at module level change or decorate with: `app` in `app.x = 1`, `@app.get`. */
  readonly changes: ReadonlySet<string>;
}

/** Reads the names. Broken source gives a best guess. */
export function moduleNames(code: string): ModuleNames {
  const defines = new Set<string>();
  const imports = new Set<string>();
  const changes = new Set<string>();
  const bound = new Set<string>();
  const uses = new Set<string>();
  const global = new Set<string>();
  let inside: number | null = null;
  for (const line of logicalLines(code)) {
    if (inside !== null && line.indent <= inside) inside = null;
    const atModuleLevel = inside === null;
    const names = namesOf(line);
    for (const name of names.used) uses.add(name);
    for (const name of names.global) global.add(name);
    for (const name of [...names.bound, ...names.local]) bound.add(name);
    if (!atModuleLevel) continue;
    for (const name of names.bound) (names.isImport ? imports : defines).add(name);
    if (names.changed !== null) changes.add(names.changed);
    if (names.isDefinition) inside = line.indent;
  }
  const needs = [...uses].filter(
    (name) => (!bound.has(name) || global.has(name)) && !defines.has(name) && !BUILTINS.has(name),
  );
  return { defines, imports, needs: new Set(needs), uses, changes };
}

interface LineNames {
  readonly bound: readonly string[];
  /** Bound for a part of the line or the body below: parameters, targets of `for`. */
  readonly local: readonly string[];
  readonly used: readonly string[];
  readonly global: readonly string[];
  readonly changed: string | null;
  readonly isImport: boolean;
  readonly isDefinition: boolean;
}

function namesOf({ tokens }: LogicalLine): LineNames {
  const first = tokens[0]?.text ?? '';
  const isImport = first === 'import' || first === 'from';
  const at = first === 'async' ? 1 : 0;
  const isDefinition = ['def', 'class'].includes(tokens[at]?.text ?? '');
  const used = tokens.flatMap((token, index) => usedBy(token, index, tokens));
  const rest = { used, global: [], changed: null, isImport, isDefinition };
  if (isImport) return { ...rest, bound: imported(tokens), local: [], used: [] };
  if (first === 'global') return { ...rest, bound: [], local: [], global: used };
  if (isDefinition) {
    const local = tokens[at]?.text === 'def' ? parameters(tokens.slice(at + 2)) : [];
    return { ...rest, bound: [tokens[at + 1]?.text ?? ''], local };
  }
  const { bound, changed } = targets(tokens);
  const decorator = first === '@' ? (tokens[1]?.text ?? null) : null;
  return { ...rest, bound, local: localTargets(tokens), changed: decorator ?? changed };
}

function usedBy(token: Token, index: number, tokens: readonly Token[]): readonly string[] {
  if (token.kind === 'string' && /^[A-Za-z]*[ft]/i.test(token.text)) {
    return [...token.text.matchAll(/\{([^{}"']*)/g)].flatMap(
      ([, expression]) => expression?.match(/(?<![.\w])[A-Za-z_]\w*/g) ?? [],
    );
  }
  if (token.kind !== 'name' || KEYWORDS.has(token.text)) return [];
  if (tokens[index - 1]?.text === '.') return [];
  const isKeywordArgument =
    tokens[index + 1]?.text === '=' && ['(', ','].includes(tokens[index - 1]?.text ?? '');
  return isKeywordArgument ? [] : [token.text];
}

/** `import a.b, c as d` → a, d; `from m import x as y, z` → y, z. */
function imported(tokens: readonly Token[]): readonly string[] {
  const start = tokens.findIndex(({ text }) => text === 'import') + 1;
  return tokens.slice(start).flatMap((token, offset, list) => {
    const [before, after] = [list[offset - 1]?.text, list[offset + 1]?.text];
    if (token.kind !== 'name' || token.text === 'as' || before === '.' || after === 'as') return [];
    return [token.text];
  });
}

/** The names at depth 1 behind `(`, `,`, `*` or `**`. */
function parameters(tokens: readonly Token[]): readonly string[] {
  const names: string[] = [];
  let depth = 0;
  for (const [index, { kind, text }] of tokens.entries()) {
    if ('([{'.includes(text)) depth += 1;
    else if (')]}'.includes(text)) {
      depth -= 1;
      if (depth === 0 && text === ')') break;
    } else if (kind === 'name' && depth === 1) {
      if (['(', ',', '*', '**'].includes(tokens[index - 1]?.text ?? '')) names.push(text);
    }
  }
  return names;
}

/** Names that `for … in`, `as`, `:=` and `lambda …:` bind. */
function localTargets(tokens: readonly Token[]): readonly string[] {
  const names: string[] = [];
  let until: string | null = null;
  for (const [index, { kind, text }] of tokens.entries()) {
    if (text === until) until = null;
    else if (text === 'for') until = 'in';
    else if (text === 'lambda') until = ':';
    else if (kind === 'name' && !KEYWORDS.has(text)) {
      const isTarget = tokens[index - 1]?.text === 'as' || tokens[index + 1]?.text === ':=';
      if (until !== null || isTarget) names.push(text);
    }
  }
  return names;
}

/** What stands left of the last `=` outside brackets; `a.b = …` and `a[b] = …` change `a`. */
function targets(tokens: readonly Token[]): {
  readonly bound: readonly string[];
  readonly changed: string | null;
} {
  let depth = 0;
  let end = -1;
  for (const [index, { text }] of tokens.entries()) {
    if ('([{'.includes(text)) depth += 1;
    else if (')]}'.includes(text)) depth -= 1;
    else if (depth === 0 && text === '=') end = index;
  }
  const isAnnotated = tokens[0]?.kind === 'name' && tokens[1]?.text === ':';
  if (isAnnotated && !KEYWORDS.has(tokens[0]?.text ?? '')) {
    return { bound: [tokens[0]?.text ?? ''], changed: null };
  }
  if (end === -1) return { bound: [], changed: null };
  const left = tokens.slice(0, end);
  const changed = left[0]?.kind === 'name' && ['.', '['].includes(left[1]?.text ?? '');
  if (changed) return { bound: [], changed: left[0]?.text ?? null };
  const bound = left.filter(
    ({ kind, text }, index) =>
      kind === 'name' && !KEYWORDS.has(text) && left[index - 1]?.text !== '.',
  );
  return { bound: bound.map(({ text }) => text), changed: null };
}
