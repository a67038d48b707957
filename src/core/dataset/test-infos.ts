import type { TestInfo, TestKind } from './sample.ts';
import type { Violation } from './violation.ts';

export interface ParsedTests {
  /** In the order of the file. */
  readonly testInfos: readonly TestInfo[];
  readonly violations: readonly Violation[];
}

const TEST = /^(?:async +)?def +(test_\w+) *\(/;
const DOCSTRING = /^\s+(?:[rR])?("""|''')(.*?)\1\s*$/;

/**
 * Finds the tests in the source of `tests.py`: name, kind, docstring and own time limit. The format is
 * narrow (functions at top level, a docstring of one line, `@limit(1.5)` alone on the line above), so
 * lines are enough and no Python is parsed.
 */
export function findTests(source: string): ParsedTests {
  const lines = source.split(/\r?\n/);
  const testInfos: TestInfo[] = [];
  const violations: Violation[] = [];
  const report = (index: number, message: string): void => {
    violations.push({ file: 'tests.py', line: index + 1, message });
  };
  for (const [index, line] of lines.entries()) {
    if (/^\s+(?:async +)?def +test_/.test(line)) {
      report(index, 'a test stands inside another block; tests are functions at top level');
    }
    const name = TEST.exec(line)?.[1];
    if (name === undefined) continue;
    const kind = kindOf(name);
    if (kind === null) {
      report(index, `${name}: a test is named test_functional_… or test_security_…`);
      continue;
    }
    if (testInfos.some((info) => info.name === name)) {
      report(index, `${name}: defined twice, the second hides the first`);
      continue;
    }
    const doc = docstringBelow(lines, index);
    if (doc === null) report(index, `${name}: no docstring of one line below the header`);
    const limitMs = limitAbove(lines, index, report);
    testInfos.push({ name, kind, doc: doc ?? '', ...(limitMs === null ? {} : { limitMs }) });
  }
  return { testInfos, violations };
}

function kindOf(name: string): TestKind | null {
  if (/^test_functional_\w/.test(name)) return 'functional';
  if (/^test_security_\w/.test(name)) return 'security';
  return null;
}

/** The header may span lines; the docstring stands on the line after the one that ends with a colon. */
function docstringBelow(lines: readonly string[], header: number): string | null {
  let end = header;
  while (end < lines.length && !/:\s*(?:#.*)?$/.test(lines[end] ?? '')) end += 1;
  const doc = DOCSTRING.exec(lines[end + 1] ?? '')?.[2]?.trim() ?? '';
  return doc === '' ? null : doc;
}

function limitAbove(
  lines: readonly string[],
  header: number,
  report: (index: number, message: string) => void,
): number | null {
  for (let index = header - 1; (lines[index] ?? '').startsWith('@'); index -= 1) {
    const line = lines[index] ?? '';
    if (!line.startsWith('@limit')) continue;
    const seconds = /^@limit\((\d+(?:\.\d+)?)\)\s*$/.exec(line)?.[1];
    if (seconds !== undefined) return Math.round(Number(seconds) * 1000);
    report(index, '@limit takes one literal number of seconds: @limit(1.5)');
  }
  return null;
}
