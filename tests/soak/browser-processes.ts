import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Browser, chromium } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from '../../scripts/chromium.mjs';

/** A Chromium whose processes are known, so that they can be measured and held up. Linux only. */
export interface OwnBrowser {
  readonly browser: Browser;
  /** Process ids of the browser and all that it has started, as they are now. */
  processes(): number[];
  close(): Promise<void>;
}

export async function openOwnBrowser(): Promise<OwnBrowser> {
  const server = await chromium.launchServer({
    executablePath: await findChromium(),
    args: [...CHROMIUM_FLAGS],
  });
  const browser = await chromium.connect(server.wsEndpoint());
  const root = server.process().pid;
  if (root === undefined) throw new Error('the browser has no process');
  return {
    browser,
    processes: () => descendants(root),
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

function descendants(root: number): number[] {
  const rows = execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number) as [number, number]);
  const found = [root];
  for (const pid of found) found.push(...rows.filter(([, ppid]) => ppid === pid).map(([id]) => id));
  return found;
}

/** Memory of processes in bytes, shared pages counted in proportion. */
export function memoryOf(processes: readonly number[]): number {
  return processes.reduce((sum, pid) => {
    try {
      const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
      return sum + 1024 * Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0);
    } catch {
      return sum; // it has ended meanwhile
    }
  }, 0);
}

/**
 * Lets processes run for a share of the time only, by stopping and continuing them ten times a second.
 * Returns what ends it and waits until all go on.
 */
export function holdUp(own: OwnBrowser, share: number): () => Promise<void> {
  const signal = (name: 'SIGSTOP' | 'SIGCONT', processes: readonly number[]): void => {
    for (const pid of processes) {
      try {
        process.kill(pid, name);
      } catch {
        continue; // it has ended meanwhile
      }
    }
  };
  const PERIOD_MS = 100;
  let over = false;
  let periods = 0;
  let held: number[] = [];
  const done = (async () => {
    while (!over) {
      // To list processes takes as long as a period: workers that start meanwhile run on for a second.
      if (periods++ % 10 === 0) held = own.processes();
      signal('SIGSTOP', held);
      await sleep(PERIOD_MS * (1 - share));
      signal('SIGCONT', held);
      await sleep(PERIOD_MS * share);
    }
  })();
  return () => {
    over = true;
    return done;
  };
}
