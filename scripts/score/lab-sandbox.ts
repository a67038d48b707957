import type { Sandbox } from '../../src/run/ports.ts';
import { openLab, type Lab } from '../dataset/lab.ts';

/** A sandbox in a headless Chromium, for scripts; `close` ends the browser. */
export interface LabSandbox extends Sandbox {
  close(): Promise<void>;
}

/** Attempts after which the browser is started anew: a day of attempts must not fill its memory. */
const JOBS_PER_BROWSER = 20_000;

/** A browser that dies is replaced this often for one attempt; then something else is wrong. */
const MOST_TRIES = 3;

export async function openLabSandbox(): Promise<LabSandbox> {
  const first = await openLab();
  let lab: Promise<Lab> = Promise.resolve(first);
  let jobs = 0;
  const renew = (): void => {
    const old = lab;
    jobs = 0;
    lab = old.then((open) => open.close().catch(() => undefined)).then(() => openLab());
  };
  return {
    parallel: first.parallel,
    version: first.version,
    status: { phase: 'ready', loadedBytes: 0, totalBytes: 0 },
    async run(job, signal) {
      if (++jobs > JOBS_PER_BROWSER) renew();
      for (let tries = 1; ; tries += 1) {
        signal.throwIfAborted();
        const mine = lab;
        try {
          return await (await mine).run(job);
        } catch (error) {
          if (tries === MOST_TRIES) throw error;
          // Attempts that ran beside it find the new browser.
          if (mine === lab) renew();
        }
      }
    },
    prepare: async () => undefined,
    subscribe: () => () => undefined,
    dispose: () => undefined,
    close: async () => (await lab).close(),
  };
}
