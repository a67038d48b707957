import type { RunId } from './run.ts';

export type RunLockResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: 'running-elsewhere'; readonly message: string };

const nameOf = (runId: RunId) => `codeseceval-run-${runId}`;

/**
 * Runs `fn` while this tab holds the lock of the run; a run that another tab holds is not started. The
 * browser frees the lock when the tab closes, however it ends.
 * @see https://www.w3.org/TR/web-locks/
 */
export function withRunLock<T>(
  runId: RunId,
  locks: Pick<LockManager, 'request'>,
  fn: () => Promise<T>,
): Promise<RunLockResult<T>> {
  return locks.request(
    nameOf(runId),
    { ifAvailable: true },
    async (lock): Promise<RunLockResult<T>> =>
      lock === null
        ? {
            ok: false,
            reason: 'running-elsewhere',
            message:
              'This run is running in another tab. Its results appear here too; to go on here, pause it there first.',
          }
        : { ok: true, value: await fn() },
  );
}

/** Whether some tab of this browser, this one included, is running the run. */
export async function isRunning(runId: RunId, locks: Pick<LockManager, 'query'>): Promise<boolean> {
  const { held } = await locks.query();
  return held?.some((lock) => lock.name === nameOf(runId)) ?? false;
}
