import type { Merge, MergeTarget } from '../run/backup/merge-backup.ts';
import type { Adapters } from './adapters.ts';
import type { MessagesState } from './messages.svelte.ts';
import type { RunsState } from './runs.svelte.ts';

/** A backup that was read and waits for the visitor's word. */
export interface PendingRestore {
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly merge: Merge;
  /** Whether there is nothing in it that isn't here. */
  readonly nothingNew: boolean;
  /** Parts that could not be read. */
  readonly damaged: number;
  /** Whether the file ends where it should. */
  readonly complete: boolean;
}

/** When the last backup was saved from this device; no part of a backup itself. */
const LAST = 'last-backup';

/** Everything of this device as one file, and back. */
export class BackupState {
  readonly #deps: { adapters: Adapters; messages: MessagesState; runs: RunsState };
  #pending = $state.raw<PendingRestore | null>(null);
  #busy = $state.raw(false);
  #due = $state.raw(false);

  constructor(deps: { adapters: Adapters; messages: MessagesState; runs: RunsState }) {
    this.#deps = deps;
  }

  get pending(): PendingRestore | null {
    return this.#pending;
  }

  /** Whether a file is being written or read. */
  get busy(): boolean {
    return this.#busy;
  }

  /** Whether the browser may remove runs that are in no backup; false until `look`. */
  get due(): boolean {
    return this.#due;
  }

  /** Finds out whether a backup is due. */
  async look(): Promise<void> {
    const { store, room, settings, storageNotice } = this.#deps.adapters;
    // Without a database the page says so itself, louder.
    if (storageNotice !== null || (await room.persisted()) !== false) {
      this.#due = false;
      return;
    }
    const last = settings.read(LAST);
    const savedAt = typeof last === 'number' ? last : 0;
    const runs = await store.listRuns();
    this.#due = runs.some(({ done, updatedAt }) => done > 0 && updatedAt > savedAt);
  }

  /** The file of everything. */
  async file(): Promise<Blob> {
    const { adapters } = this.#deps;
    this.#busy = true;
    try {
      const [{ backupLines }, { gzipLines }] = await Promise.all([
        import('../run/backup/write-backup.ts'),
        import('../run/backup/lines.ts'),
      ]);
      const startedAt = adapters.now();
      const { store, answerSets, siteVersion, now } = adapters;
      const source = { store, answerSets, siteVersion, now, settings: this.#settings() };
      const file = await gzipLines(backupLines(source));
      adapters.settings.write(LAST, startedAt);
      await this.look();
      return file;
    } finally {
      this.#busy = false;
    }
  }

  /** Reads a backup; what it would change waits in `pending`. Returns why it can't be read, or null. */
  async open(file: Blob): Promise<string | null> {
    this.#busy = true;
    try {
      const [{ readBackup }, { isGzip, linesOf }, { isEmptyMerge, planMerge }] = await Promise.all([
        import('../run/backup/read-backup.ts'),
        import('../run/backup/lines.ts'),
        import('../run/backup/merge-backup.ts'),
      ]);
      const reading = await readBackup(linesOf(file, await isGzip(file)));
      if (!reading.ok) return reading.problem;
      const { contents, damaged, complete } = reading;
      const merge = await planMerge(contents, this.#target());
      const { createdAt } = contents;
      this.#pending = { createdAt, merge, nothingNew: isEmptyMerge(merge), damaged, complete };
      return null;
    } finally {
      this.#busy = false;
    }
  }

  cancel(): void {
    this.#pending = null;
  }

  /** @param takeSettings whether drafts and settings that differ are taken from the backup */
  async restore(takeSettings: boolean): Promise<void> {
    const pending = this.#pending;
    if (pending === null) return;
    const { messages, runs } = this.#deps;
    const { settings } = this.#deps.adapters;
    this.#pending = null;
    this.#busy = true;
    try {
      const { applyMerge } = await import('../run/backup/merge-backup.ts');
      const { merge } = pending;
      await applyMerge(merge, this.#target());
      const changed = [...merge.newSettings, ...(takeSettings ? merge.otherSettings : [])];
      for (const [key, value] of changed) settings.write(key, value);
      messages.show(
        'info',
        changed.length === 0
          ? 'The backup is restored.'
          : 'The backup is restored. Drafts and settings hold when the page is loaded again.',
      );
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      messages.show(
        'problem',
        `The backup was restored in part only: ${why} What is here stays; you can restore the same file again.`,
      );
    } finally {
      this.#busy = false;
      await runs.reload();
    }
  }

  #settings(): ReadonlyMap<string, unknown> {
    return new Map([...this.#deps.adapters.settings.entries()].filter(([key]) => key !== LAST));
  }

  #target(): MergeTarget {
    const { store, answerSets, newId } = this.#deps.adapters;
    return { store, answerSets, newId, settings: this.#settings() };
  }
}
