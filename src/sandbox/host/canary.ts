import type { AttemptRequest, JudgeEvent } from '../protocol.ts';
import type { SandboxWorker } from './sandbox-worker.ts';

/** After so many attempts a worker shows that it still tells right from wrong. */
export const ATTEMPTS_BETWEEN_CANARIES = 25;

/** A canary that takes longer has failed, in milliseconds: a thousand times what it needs. */
const CANARY_LIMIT_MS = 10_000;

const NAME = 'test_functional_double';

function canary(code: string): AttemptRequest['job'] {
  const tests = `def ${NAME}(candidate):\n    "Twice a number."\n    assert candidate(21) == 42\n`;
  return { code, entryPoint: 'double', tests, only: [NAME], seed: 1 };
}

const RIGHT = canary('def double(number):\n    return 2 * number\n');
const WRONG = canary('def double(number):\n    return number\n');

/**
 * Whether a worker passes a right program and fails a wrong one. One whose interpreters were contaminated so
 * that everything passes, or nothing, is found this way; the restore after every attempt makes that unlikely.
 */
export async function tellsRightFromWrong(worker: SandboxWorker): Promise<boolean> {
  return (
    (await statusOf(worker, RIGHT)) === 'passed' && (await statusOf(worker, WRONG)) === 'failed'
  );
}

async function statusOf(worker: SandboxWorker, job: AttemptRequest['job']): Promise<string | null> {
  let status: string | null = null;
  const onEvent = (event: JudgeEvent): void => {
    if (event.event === 'test-finished') status = event.result.status;
  };
  const limit = setTimeout(() => worker.end('a canary took too long'), CANARY_LIMIT_MS);
  const end = await worker.run(job, onEvent);
  clearTimeout(limit);
  return end.kind === 'finished' && end.reusable ? status : null;
}
