import { runFile } from '../export.ts';
import type { AnswerSetStore, RunStore } from '../ports.ts';
import { BACKUP_FORMAT, BACKUP_VERSION, type BackupLine } from './format.ts';

/** What is backed up, and by whom. */
export interface BackupSource {
  readonly store: Pick<RunStore, 'listRuns' | 'listAttempts'>;
  readonly answerSets: Pick<AnswerSetStore, 'listAnswerSets' | 'getAnswers'>;
  /** Without anything secret. */
  readonly settings: ReadonlyMap<string, unknown>;
  readonly siteVersion: string;
  now(): number;
}

/** The lines of a backup, each with its line break; one run at a time is in memory. */
export async function* backupLines(source: BackupSource): AsyncGenerator<string> {
  const head = {
    format: BACKUP_FORMAT,
    version: BACKUP_VERSION,
    createdAt: source.now(),
    siteVersion: source.siteVersion,
  };
  yield `${JSON.stringify(head)}\n`;
  let lines = 0;
  for await (const line of contents(source)) {
    lines += 1;
    yield `${JSON.stringify(line)}\n`;
  }
  const end: BackupLine = { kind: 'end', lines };
  yield `${JSON.stringify(end)}\n`;
}

async function* contents(source: BackupSource): AsyncGenerator<BackupLine> {
  const { store, answerSets, settings } = source;
  // Oldest first, so that whoever reads the lines in order has the runs in the order in which they were made.
  for (const run of (await store.listRuns()).toReversed()) {
    yield { kind: 'run', file: runFile(run, await store.listAttempts(run.id)) };
  }
  for (const set of await answerSets.listAnswerSets()) {
    const answers = await answerSets.getAnswers(set.id);
    if (answers !== null) yield { kind: 'answers', answers: { set, answers } };
  }
  for (const [key, value] of settings) yield { kind: 'setting', key, value };
}
