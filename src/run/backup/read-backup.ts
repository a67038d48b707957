import * as v from 'valibot';
import { assertNever } from '../../core/assert-never.ts';
import { readRunFile } from '../export.ts';
import type { Attempt, Run } from '../run.ts';
import {
  BACKUP_VERSION,
  headSchema,
  lineSchema,
  type BackedUpAnswers,
  type BackupContents,
} from './format.ts';

export type BackupReading =
  | {
      readonly ok: true;
      readonly contents: BackupContents;
      /** Lines that could not be read and are left out. */
      readonly damaged: number;
      /** Whether the file ends where it should. */
      readonly complete: boolean;
    }
  /** Why nothing could be read; a sentence for the page. */
  | { readonly ok: false; readonly problem: string };

/** Reads what `backupLines` wrote. The text is hostile input: every line is checked as a file of its own. */
export async function readBackup(lines: AsyncIterable<string>): Promise<BackupReading> {
  const runs: { run: Run; attempts: readonly Attempt[] }[] = [];
  const answerSets: BackedUpAnswers[] = [];
  const settings = new Map<string, unknown>();
  let head: v.InferOutput<typeof headSchema> | null = null;
  let [damaged, seen, complete] = [0, 0, false];
  for await (const text of lines) {
    if (head === null) {
      const parsed = v.safeParse(headSchema, parsedJson(text));
      if (!parsed.success) return { ok: false, problem: 'The file is not a backup of this site.' };
      head = parsed.output;
      if (head.version > BACKUP_VERSION) {
        return {
          ok: false,
          problem:
            'The backup was written by a newer version of this site. Reload the page and try again.',
        };
      }
      continue;
    }
    const line = v.safeParse(lineSchema, parsedJson(text));
    seen += 1;
    if (!line.success) {
      damaged += 1;
      continue;
    }
    switch (line.output.kind) {
      case 'run': {
        const run = readRunFile(line.output.file);
        if (run.ok) runs.push(run);
        else damaged += 1;
        break;
      }
      case 'answers':
        answerSets.push(line.output.answers);
        break;
      case 'setting':
        settings.set(line.output.key, line.output.value);
        break;
      case 'end':
        complete = line.output.lines === seen - 1;
        break;
      default:
        assertNever(line.output);
    }
  }
  if (head === null) return { ok: false, problem: 'The file is empty.' };
  const { createdAt, siteVersion } = head;
  const contents = { createdAt, siteVersion, runs, answerSets, settings };
  return { ok: true, contents, damaged, complete };
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
