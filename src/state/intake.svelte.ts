import type { AnswerFile } from '../run/answers/read-answers.ts';
import type { RunId } from '../run/run.ts';
import type { Adapters } from './adapters.ts';
import type { BackupState } from './backup.svelte.ts';
import { importInWorker } from './import-run.ts';
import type { MessagesState } from './messages.svelte.ts';
import type { RunsState } from './runs.svelte.ts';

/** What became of files that were given to the page. */
export interface Taken {
  /** Runs that were added. */
  readonly runs: readonly RunId[];
  /** Files of another data set. */
  readonly foreign: readonly AnswerFile[];
  /** Files that are none of this site: perhaps answers of a model. */
  readonly others: readonly AnswerFile[];
}

/** Files that the visitor drops anywhere, or picks: exported runs, and a backup. */
export class IntakeState {
  readonly #deps: {
    adapters: Adapters;
    backup: BackupState;
    messages: MessagesState;
    runs: RunsState;
  };
  #problems = $state.raw<readonly string[]>([]);

  constructor(deps: {
    adapters: Adapters;
    backup: BackupState;
    messages: MessagesState;
    runs: RunsState;
  }) {
    this.#deps = deps;
  }

  /** Why files were not taken, each with its name. */
  get problems(): readonly string[] {
    return this.#problems;
  }

  forgetProblems(): void {
    this.#problems = [];
  }

  async take(files: readonly AnswerFile[]): Promise<Taken> {
    this.#problems = [];
    const runs: RunId[] = [];
    const foreign: AnswerFile[] = [];
    const others: AnswerFile[] = [];
    for (const file of files) {
      switch (await kindOf(file)) {
        case 'backup': {
          const problem = await this.#deps.backup.open(file.blob);
          if (problem !== null) this.#report(file, problem);
          break;
        }
        case 'run': {
          const id = await this.#takeRun(file);
          if (id !== null) runs.push(id);
          break;
        }
        case 'foreign':
          foreign.push(file);
          break;
        case 'other':
          others.push(file);
      }
    }
    if (runs.length > 0) await this.#deps.runs.refresh();
    // A folder of a data set holds the files of its tests, and maybe answers to it.
    return foreign.length > 0
      ? { runs, foreign: [...foreign, ...others], others: [] }
      : { runs, foreign, others };
  }

  async #takeRun(file: AnswerFile): Promise<RunId | null> {
    const { adapters, messages } = this.#deps;
    const result = await importInWorker({
      file: file.blob,
      existingIds: (await adapters.store.listRuns()).map(({ id }) => id),
      newId: adapters.newId(),
    });
    if (!result.ok) {
      this.#report(file, result.problem);
      return null;
    }
    await adapters.store.addRun(result.run, result.attempts);
    messages.speak(`${file.path} is imported.`);
    return result.run.id;
  }

  #report({ path }: AnswerFile, problem: string): void {
    this.#problems = [...this.#problems, `${path}: ${problem}`];
  }
}

/** Longest beginning of a file in which its kind stands. */
const HEAD_BYTES = 200;

/**
 * A file of this site says what it is in its first field. Another JSON object is refused with a reason, as a
 * damaged run; a list may be generations of a model.
 */
async function kindOf({ path, blob }: AnswerFile): Promise<'backup' | 'run' | 'foreign' | 'other'> {
  const head = await blob.slice(0, HEAD_BYTES).text();
  if (/^\s*\{\s*"format"\s*:\s*"codeseceval-backup"/.test(head)) return 'backup';
  if (/^\s*\{\s*"format"\s*:\s*"codeseceval-run"/.test(head)) return 'run';
  if (/\.zip$/i.test(path)) return (await holdsDataset(blob)) ? 'foreign' : 'other';
  // CodeSecEval's list, its annotations, and SecurityEval's lines begin with the id.
  if (DATASET_HEAD.test(head)) return 'foreign';
  if (/\.gz$/i.test(path)) return 'backup';
  return /\.json$/i.test(path) && /^\s*\{/.test(head) ? 'run' : 'other';
}

const DATASET_HEAD = /^\s*(?:\[\s*)?\{\s*"ID"\s*:/;

/** Files of an archive that are looked at: a data set's list is one of the first, answers may be thousands. */
const MOST_LOOKED_AT = 500;

async function holdsDataset(blob: Blob): Promise<boolean> {
  const [{ bytesOf }, { unzipped }] = await Promise.all([
    import('../run/answers/text-of.ts'),
    import('../run/answers/unzipped.ts'),
  ]);
  let looked = 0;
  try {
    const pieces = bytesOf(blob, new AbortController().signal, () => undefined);
    for await (const { path, bytes } of unzipped(pieces)) {
      const head = new TextDecoder().decode(bytes.subarray(0, HEAD_BYTES));
      if (/\.jsonl?$/i.test(path) && DATASET_HEAD.test(head)) return true;
      if (++looked >= MOST_LOOKED_AT) return false;
    }
  } catch {
    // Whoever reads it next says what is wrong with it.
  }
  return false;
}
