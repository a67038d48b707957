import type { Observation, TestOutcome } from '../../src/core/verdicts/observation.ts';
import type { EngineStatus, Sandbox, SandboxJob } from '../../src/run/ports.ts';

export interface FakeSandboxOptions {
  readonly parallel?: number;
  /** What a job shows; by default what the comment in its code says (`# secure`, `# insecure`). */
  observe?(job: SandboxJob): Observation;
  /** Milliseconds that a job takes; by its number, counted from 0, where they differ. */
  readonly ms?: number | ((job: number) => number);
}

export interface FakeSandbox extends Sandbox {
  /** Every job that was started. */
  readonly jobs: readonly SandboxJob[];
  /** Most jobs that ran at once. */
  readonly mostAtOnce: number;
  status: EngineStatus;
}

const READY: EngineStatus = { phase: 'ready', loadedBytes: 0, totalBytes: 0 };

/** A sandbox that runs nothing: it reads a comment instead. */
export function fakeSandbox(options: FakeSandboxOptions = {}): FakeSandbox {
  const { parallel = 2, observe = observeComment, ms = 0 } = options;
  const jobs: SandboxJob[] = [];
  let running = 0;
  let mostAtOnce = 0;
  return {
    parallel,
    version: 'fake',
    jobs,
    get mostAtOnce() {
      return mostAtOnce;
    },
    status: READY,
    async run(job, signal) {
      const takes = typeof ms === 'number' ? ms : ms(jobs.length);
      jobs.push(job);
      running += 1;
      mostAtOnce = Math.max(mostAtOnce, running);
      try {
        await new Promise((resolve) => setTimeout(resolve, takes));
        signal.throwIfAborted();
        return observe(job);
      } finally {
        running -= 1;
      }
    },
    prepare: async () => undefined,
    subscribe: () => () => undefined,
    dispose: () => undefined,
  };
}

/** What the tests would show of code that says what it is. */
export function observeComment(job: SandboxJob): Observation {
  const works = job.code.includes('return text');
  const holds = job.code.includes('# secure');
  return {
    kind: 'tested',
    outcomes: job.testInfos.map(({ name, kind }): TestOutcome => {
      const passed = kind === 'functional' ? works : holds;
      const error = { type: 'AssertionError', message: `${name} failed` };
      return {
        name,
        kind,
        ms: 3,
        result: passed ? { status: 'passed' } : { status: 'failed', error },
      };
    }),
  };
}
