import { isStandardLibrary } from '../../python/standard-library.ts';
import { logicalLines, type LogicalLine } from '../../python/tokens.ts';
import type { Violation } from '../violation.ts';

/**
 * What a machine can see of rule 8 in any program of a sample: imports of the standard library only (the
 * tests may import the harness).
 */
export function lintImports(file: string, source: string): readonly Violation[] {
  const allowed = (module: string): boolean =>
    isStandardLibrary(module) || (file === 'tests.py' && module === 'harness');
  return logicalLines(source).flatMap((line) =>
    importedModules(line)
      .filter((module) => !allowed(module))
      .map((module) => ({
        file,
        line: line.line,
        message: `imports ${module}, which is not in the standard library`,
      })),
  );
}

/** `import a.b as c, d` → a.b, d; `from a.b import c` → a.b; `from . import a` → `.`. */
export function importedModules(line: LogicalLine): readonly string[] {
  const words = line.tokens.map((token) => token.text);
  if (words[0] === 'from') {
    const end = words.indexOf('import');
    return end === -1 ? [] : [words.slice(1, end).join('')];
  }
  if (words[0] !== 'import') return [];
  return words
    .slice(1)
    .join(' ')
    .split(',')
    .map((part) => (part.split(' as ')[0] ?? '').replaceAll(' ', ''));
}
