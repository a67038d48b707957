import { StorageError, type RunStore } from './ports.ts';

/**
 * The store of a run that waits where the browser has no room for a result: `makeRoom` asks the visitor to
 * remove something, and what could not be stored is tried again. Results that come meanwhile wait for the same
 * answer.
 * @param makeRoom false where the visitor would rather stop; the store's error is thrown then
 */
export function patientStore(store: RunStore, makeRoom: () => Promise<boolean>): RunStore {
  let asking: Promise<boolean> | null = null;
  const ask = (): Promise<boolean> => {
    asking ??= makeRoom().finally(() => {
      asking = null;
    });
    return asking;
  };
  async function patiently(write: () => Promise<void>): Promise<void> {
    for (;;) {
      try {
        return await write();
      } catch (error) {
        const full = error instanceof StorageError && error.code === 'quota';
        if (!full || !(await ask())) throw error;
      }
    }
  }
  return {
    putRun: (run) => patiently(() => store.putRun(run)),
    putAttempt: (attempt) => patiently(() => store.putAttempt(attempt)),
    addRun: (run, attempts) => patiently(() => store.addRun(run, attempts)),
    getRun: (id) => store.getRun(id),
    listRuns: () => store.listRuns(),
    deleteRun: (id) => store.deleteRun(id),
    getAttempt: (id, sampleId, index) => store.getAttempt(id, sampleId, index),
    listAttempts: (id) => store.listAttempts(id),
    listVerdicts: (sampleId) => store.listVerdicts(sampleId),
    attemptPages: (id) => store.attemptPages(id),
    listSummaries: (id) => store.listSummaries(id),
  };
}
