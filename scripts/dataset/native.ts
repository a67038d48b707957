import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Sample } from '../../src/core/dataset/sample.ts';
import type { Observation, TestOutcome } from '../../src/core/verdicts/observation.ts';
import type { Program, Violation } from './judge-programs.ts';

/** Nobody's user id on Linux. */
const NOBODY = '65534';

/**
 * The command before every native program: a namespace without network and an unprivileged user, since
 * insecure code really runs there.
 */
export function isolation(): string[] {
  if (process.getuid?.() === 0) {
    const drop = ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups'];
    return ['unshare', '--net', ...drop, '--no-new-privs'];
  }
  return ['unshare', '--map-current-user', '--net'];
}

/** A CPython that an unprivileged user can start, or null. */
export function findPython(): string | null {
  const [command = '', ...rest] = isolation();
  const candidates = ['/usr/bin/python3', '/usr/local/bin/python3', 'python3'];
  return (
    candidates.find(
      (path) => spawnSync(command, [...rest, path, '-I', '-c', 'pass']).status === 0,
    ) ?? null
  );
}

/** Runs dataset/harness/native.py in isolation with a temporary folder of its own. */
function runNative(python: string, args: readonly string[]): { status: number; stdout: string } {
  const folder = mkdtempSync(join(tmpdir(), 'native-'));
  chmodSync(folder, 0o777);
  try {
    const [command = '', ...rest] = isolation();
    const result = spawnSync(
      command,
      [...rest, python, '-I', '-B', 'dataset/harness/native.py', ...args],
      {
        encoding: 'utf8',
        env: { PATH: '/usr/bin:/bin', TMPDIR: folder },
        maxBuffer: 1 << 28,
        timeout: 600_000,
      },
    );
    if (result.error) throw result.error;
    if (result.stdout === '') throw new Error(`native.py said nothing: ${result.stderr}`);
    return { status: result.status ?? 1, stdout: result.stdout };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface NativeLine {
  readonly program: string;
  readonly outcomes: readonly { readonly name: string; readonly result: TestOutcome['result'] }[];
  readonly loadFailure: string | null;
}

/** Pass or not, per test: the browser and CPython may fail a test in different words. */
function passes(outcomes: NativeLine['outcomes'], left: ReadonlySet<string>): string {
  return outcomes
    .filter(({ name }) => !left.has(name))
    .sort((a, b) => a.name.localeCompare(b.name))
    .map(({ name, result }) => `${name}=${result.status === 'passed' ? 'passed' : 'not passed'}`)
    .join(' ');
}

/** Where native CPython judges a program differently from the sandbox (rule 7). */
export function nativeViolations(
  samples: readonly Sample[],
  seen: readonly { readonly program: Program; readonly observations: readonly Observation[] }[],
): Violation[] {
  const python = findPython();
  if (python === null) {
    const message =
      "native CPython can't be started in a namespace without network (Linux, python3)";
    return [{ file: 'dataset', line: 1, message }];
  }
  const violations: Violation[] = [];
  const fixtures = runNative(python, ['--fixture-tests', 'tests/harness']);
  if (fixtures.status !== 0) {
    violations.push({ file: 'tests/harness', line: 1, message: fixtures.stdout });
  }
  for (const sample of samples) {
    const { stdout } = runNative(python, [`dataset/${sample.id}`, '--json']);
    for (const text of stdout.trim().split('\n')) {
      const line = JSON.parse(text) as NativeLine;
      const file = `dataset/${sample.id}/${line.program}`;
      const [here] = seen.find(({ program }) => program.file === file)?.observations ?? [];
      if (here === undefined) continue;
      // What the sandbox skipped after a hang says nothing.
      const left = new Set(
        here.kind !== 'tested'
          ? []
          : here.outcomes
              .filter(({ result }) => result.status === 'skipped')
              .map(({ name }) => name),
      );
      const native = line.loadFailure ?? passes(line.outcomes, left);
      const browser = here.kind === 'tested' ? passes(here.outcomes, left) : here.kind;
      if (native === browser) continue;
      violations.push({ file, line: 1, message: `CPython: ${native}; sandbox: ${browser}` });
    }
    console.log(`native CPython: ${sample.id}`);
  }
  return violations;
}
