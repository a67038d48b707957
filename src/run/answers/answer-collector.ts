import { isUnread, type ImportedCompletion, type Unread } from '../../core/exchange/answer.ts';
import { MAX_INDEX, slotName } from '../../core/exchange/slot-names.ts';

/** Something that was not read, and where it stood. */
export interface Skipped {
  /** `line 12`, `samples.jsonl, line 12` or the name of a file. */
  readonly where: string;
  /** A clause: `the line is not JSON`. */
  readonly problem: string;
}

/** What files with answers came to. */
export interface AnswerReading {
  readonly completions: readonly ImportedCompletion[];
  /** The first that were not read; `skippedCount` counts all. */
  readonly skipped: readonly Skipped[];
  readonly skippedCount: number;
  /** Ids that the data set doesn't have, each once; the first of them. */
  readonly unknownIds: readonly string[];
}

/** Longest answer, in UTF-16 code units, as in exported runs: no model answers so much. */
const LONGEST_ANSWER = 4_000_000;

/** More are counted, not kept: a broken file of a gigabyte must not fill the memory with complaints. */
const MOST_KEPT = 1000;

/** Takes what parsers read, each answer once. */
export class AnswerCollector {
  readonly #completions: ImportedCompletion[] = [];
  readonly #taken = new Set<string>();
  readonly #skipped: Skipped[] = [];
  readonly #unknownIds = new Set<string>();
  #skippedCount = 0;

  get count(): number {
    return this.#completions.length;
  }

  /** @param where as in `Skipped`; asked for only where something is wrong */
  add(read: ImportedCompletion | Unread, where: () => string): void {
    if (isUnread(read)) {
      if (read.unknownId !== undefined && this.#unknownIds.size < MOST_KEPT) {
        this.#unknownIds.add(read.unknownId);
      }
      this.skip(where(), read.problem);
      return;
    }
    const name = slotName(read);
    if (read.index > MAX_INDEX) {
      this.skip(where(), `a sample has at most ${MAX_INDEX + 1} answers`);
    } else if (read.text.length > LONGEST_ANSWER) {
      this.skip(where(), 'it is too long for an answer');
    } else if (this.#taken.has(name)) {
      this.skip(where(), `there are two answers to “${name}”`);
    } else {
      this.#taken.add(name);
      this.#completions.push(read);
    }
  }

  skip(where: string, problem: string): void {
    this.#skippedCount += 1;
    if (this.#skipped.length < MOST_KEPT) this.#skipped.push({ where, problem });
  }

  result(): AnswerReading {
    return {
      completions: this.#completions,
      skipped: this.#skipped,
      skippedCount: this.#skippedCount,
      unknownIds: [...this.#unknownIds],
    };
  }
}
