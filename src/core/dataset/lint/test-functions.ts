import { logicalLines, type LogicalLine } from '../../python/tokens.ts';
import type { TestKind } from '../sample.ts';

/** A function at the top level of `tests.py`. */
export interface TestFunction {
  readonly name: string;
  /** Null for a helper. */
  readonly kind: TestKind | null;
  readonly line: number;
  /** The lines of its body, without its docstring. */
  readonly body: readonly LogicalLine[];
}

/** The tests and helpers of `tests.py`, and the lines outside of them. */
export interface TestModule {
  readonly functions: readonly TestFunction[];
  readonly others: readonly LogicalLine[];
}

export function readTestModule(source: string): TestModule {
  const functions: { name: string; kind: TestKind | null; line: number; body: LogicalLine[] }[] =
    [];
  const others: LogicalLine[] = [];
  let open = false;
  for (const line of logicalLines(source)) {
    const header = line.tokens.findIndex(({ text }) => text === 'def');
    if (line.indent === 0 && (header === 0 || header === 1)) {
      const name = line.tokens[header + 1]?.text ?? '';
      functions.push({ name, kind: kindOf(name), line: line.line, body: [] });
      open = true;
    } else if (line.indent === 0) {
      if (!isDocstring(line)) others.push(line);
      open = false;
    } else if (!isDocstring(line)) {
      if (open) functions.at(-1)?.body.push(line);
      else others.push(line);
    }
  }
  return { functions, others };
}

function isDocstring(line: LogicalLine): boolean {
  return line.tokens.every((token) => token.kind === 'string');
}

function kindOf(name: string): TestKind | null {
  if (name.startsWith('test_functional_')) return 'functional';
  return name.startsWith('test_security_') ? 'security' : null;
}
