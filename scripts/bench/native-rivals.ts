import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { SandboxJob } from '../../src/run/ports.ts';
import { isolation } from '../dataset/native.ts';

/** A native harness that runs one job at a time, one line in and one line out. */
export interface NativeRival {
  /** Runs a job; tells how many tests it had and how many passed. */
  run(job: SandboxJob): Promise<{ readonly tests: number; readonly passed: number }>;
  close(): void;
}

/**
 * Starts native_rivals.py, isolated as the data set's check is: without network, unprivileged.
 *
 * @param way `fork`: one fork per program; `spawn`: one `python3 -I` per program
 */
export function openRival(python: string, way: 'fork' | 'spawn'): NativeRival {
  const folder = mkdtempSync(join(tmpdir(), 'rival-'));
  chmodSync(folder, 0o777);
  const [command = '', ...rest] = isolation();
  const child: ChildProcess = spawn(
    command,
    [...rest, python, '-I', '-B', 'scripts/bench/native_rivals.py', way],
    { env: { PATH: '/usr/bin:/bin', TMPDIR: folder }, stdio: ['pipe', 'pipe', 'inherit'] },
  );
  if (!child.stdin || !child.stdout) throw new Error('a child process without pipes');
  const { stdin, stdout } = child;
  const lines = createInterface({ input: stdout })[Symbol.asyncIterator]();
  return {
    async run({ code, entryPoint, tests, seed }) {
      stdin.write(`${JSON.stringify({ code, entryPoint, tests, seed })}\n`);
      const line = await lines.next();
      if (line.done === true) throw new Error(`the native harness (${way}) ended`);
      const [count = 0, passed = 0] = JSON.parse(line.value) as number[];
      return { tests: count, passed };
    },
    close() {
      stdin.end();
      child.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    },
  };
}
