import type { LogicalLine } from '../../python/tokens.ts';
import type { Violation } from '../violation.ts';
import { importedModules } from './programs.ts';
import type { TestFunction, TestModule } from './test-functions.ts';

/** Modules that look at source code; tests observe effects (rule 4). */
const SOURCE_READERS = ['ast', 'dis', 'inspect', 'symtable', 'tokenize'];

/** The judge's own clock: what depends on it differs from run to run (rules 7 and 8). */
const CLOCKS =
  /\b(?:time \. (?:time|time_ns|monotonic|perf_counter)|datetime \. (?:now|utcnow|today)|date \. today) \(/;

/**
 * What a machine can see of rules 4, 7 and 8 in `tests.py`: exceptions that are swallowed, tests that check
 * nothing, waiting, the real clock, and looking at the source instead of the effect.
 */
export function lintTestCraft(module: TestModule): readonly Violation[] {
  const lines = [...module.others, ...module.functions.flatMap(({ body }) => body)];
  return [
    ...lines.flatMap((line, index) => lineViolations(line, lines[index + 1])),
    ...module.functions
      .filter((test) => test.kind !== null && !checks(test, module.functions, new Set()))
      .map((test) => violation(test.line, `${test.name} checks nothing: no assert, no raises(…)`)),
  ];
}

function lineViolations(line: LogicalLine, next: LogicalLine | undefined): readonly Violation[] {
  const text = wordsOf(line);
  const violations: Violation[] = [];
  const follower = next === undefined ? '' : wordsOf(next);
  if (/^except\b.*:$/.test(text) && /^(?:pass|\. \. \.)$/.test(follower)) {
    violations.push(violation(line.line, 'swallows an exception: use attack(…) or raises(…)'));
  }
  if (/^except\b.*: (?:pass|\. \. \.)$/.test(text)) {
    violations.push(violation(line.line, 'swallows an exception: use attack(…) or raises(…)'));
  }
  if (/\bsuppress \(/.test(text)) {
    violations.push(violation(line.line, 'swallows an exception by suppress(…): use attack(…)'));
  }
  if (/^assert (?:True|1|not False)$/.test(text)) {
    violations.push(violation(line.line, 'asserts what is always true'));
  }
  if (/\btime \. sleep\b|\basyncio \. sleep\b|^from time import .*\bsleep\b/.test(text)) {
    violations.push(violation(line.line, 'waits; use the fixture clock'));
  }
  if (CLOCKS.test(text)) {
    violations.push(violation(line.line, 'reads the real clock; use the fixture clock'));
  }
  for (const name of importedModules(line)) {
    if (SOURCE_READERS.includes(name)) {
      violations.push(
        violation(line.line, `imports ${name}: tests observe effects, not the source`),
      );
    }
  }
  return violations;
}

/** Whether a test, or a helper that it calls, asserts something. */
function checks(test: TestFunction, all: readonly TestFunction[], seen: Set<string>): boolean {
  if (seen.has(test.name)) return false;
  seen.add(test.name);
  const names = test.body.flatMap(({ tokens }) => tokens.map(({ text }) => text));
  if (names.includes('assert') || names.includes('raises') || names.includes('raise')) return true;
  return all.some((helper) => names.includes(helper.name) && checks(helper, all, seen));
}

function wordsOf(line: LogicalLine): string {
  return line.tokens.map(({ text }) => text).join(' ');
}

function violation(line: number, message: string): Violation {
  return { file: 'tests.py', line, message };
}
