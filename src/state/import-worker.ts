/* Reads an exported run off the page's thread, and hands it over in parts that the page takes in a few milliseconds
   each. */
import { importRun } from '../run/export.ts';
import type { ImportReply, ImportRequest } from './import-run.ts';

/** Attempts in one message. */
const PART = 100;

function reply(part: ImportReply): void {
  self.postMessage(part);
}

async function answer({ file, existingIds, newId }: ImportRequest): Promise<void> {
  const result = importRun(await file.text(), {
    existingIds: new Set(existingIds),
    newId: () => newId,
  });
  if (!result.ok) {
    reply({ kind: 'refused', problem: result.problem });
    return;
  }
  reply({ kind: 'run', run: result.run });
  for (let from = 0; from < result.attempts.length; from += PART) {
    reply({ kind: 'attempts', attempts: result.attempts.slice(from, from + PART) });
  }
  reply({ kind: 'end' });
}

self.onmessage = ({ data }: MessageEvent<ImportRequest>) => {
  // A promise that is rejected is no error event for the page.
  answer(data).catch(() => reply({ kind: 'failed' }));
};
