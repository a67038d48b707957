import type { ImportResult } from '../run/export.ts';
import type { Attempt, Run, RunId } from '../run/run.ts';

/** What the worker is asked. */
export interface ImportRequest {
  readonly file: Blob;
  /** Ids that are taken. */
  readonly existingIds: readonly RunId[];
  /** The run's id where its own is taken. */
  readonly newId: RunId;
}

/** What it answers: a refusal, or the run, its attempts some at a time, and the end. `failed`: the worker itself did. */
export type ImportReply =
  | { readonly kind: 'failed' }
  | { readonly kind: 'refused'; readonly problem: string }
  | { readonly kind: 'run'; readonly run: Run }
  | { readonly kind: 'attempts'; readonly attempts: readonly Attempt[] }
  | { readonly kind: 'end' };

/** Reads an exported run off the page's thread: a large one takes seconds to be checked. */
export async function importInWorker(request: ImportRequest): Promise<ImportResult> {
  const worker = new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module' });
  try {
    return await replyOf(worker, request);
  } catch {
    // Without the worker the page reads it itself; slower, but never not at all.
    const { importRun } = await import('../run/export.ts');
    return importRun(await request.file.text(), {
      existingIds: new Set(request.existingIds),
      newId: () => request.newId,
    });
  } finally {
    worker.terminate();
  }
}

function replyOf(worker: Worker, request: ImportRequest): Promise<ImportResult> {
  return new Promise((resolve, reject) => {
    let run: Run | null = null;
    const attempts: Attempt[] = [];
    worker.onerror = () => reject(new Error('the worker failed'));
    worker.onmessageerror = () => reject(new Error('a message of the worker could not be read'));
    worker.onmessage = ({ data }: MessageEvent<ImportReply>) => {
      switch (data.kind) {
        case 'failed':
          reject(new Error('the worker failed'));
          return;
        case 'refused':
          resolve({ ok: false, problem: data.problem });
          return;
        case 'run':
          run = data.run;
          return;
        case 'attempts':
          attempts.push(...data.attempts);
          return;
        case 'end':
          if (run === null) reject(new Error('the worker told no run'));
          else resolve({ ok: true, run, attempts });
      }
    };
    worker.postMessage(request);
  });
}
