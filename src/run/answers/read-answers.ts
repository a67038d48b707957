import type { SampleId } from '../../core/dataset/sample.ts';
import { assertNever } from '../../core/assert-never.ts';
import { unknownSample } from '../../core/exchange/answer.ts';
import { splitAnswerPath } from '../../core/exchange/answer-files.ts';
import { answerFormat, TELLING } from '../../core/exchange/answer-format.ts';
import { CompletionLines, linesOf } from '../../core/exchange/completion-lines.ts';
import { parseGenerations } from '../../core/exchange/generations.ts';
import { parseAnswerSheet } from '../../core/exchange/prompt-sheet.ts';
import { parseRunAnswers } from '../../core/exchange/run-answers.ts';
import { SampleIds } from '../../core/exchange/slot-names.ts';
import { AnswerCollector, type AnswerReading } from './answer-collector.ts';
import { bytesOf, decoded, gunzipped, isGzip } from './text-of.ts';
import { unzipped } from './unzipped.ts';

/** A file that the visitor gave. */
export interface AnswerFile {
  /** With its folders, where a folder was given: `answers/CWE-089/order-export-ids/0.py`. */
  readonly path: string;
  readonly blob: Blob;
}

export interface ReadingProgress {
  /** Of the files as they are, compressed or not. */
  readonly bytes: number;
  readonly totalBytes: number;
  readonly answers: number;
}

export interface ReadingOptions {
  /** The samples of the data set, in its order. */
  readonly sampleIds: readonly SampleId[];
  readonly signal: AbortSignal;
  onProgress(progress: ReadingProgress): void;
}

/** Longest text that is taken as one, in UTF-16 code units. Lines are read one by one, without such a limit. */
const LONGEST_TEXT = 256 * 1024 * 1024;

/**
 * Reads answers that were made elsewhere: `samples.jsonl` and the output of batches, also gzipped, bigcode's
 * generations, exported runs, answers below the marks of a prompt sheet, and folders or zip archives with a
 * file for each answer. What can't be read is named, and the rest is read.
 * @throws only the signal's reason
 */
export async function readAnswers(
  files: readonly AnswerFile[],
  options: ReadingOptions,
): Promise<AnswerReading> {
  const reader = new AnswerReader(files, options);
  for (const file of files) await reader.read(file);
  return reader.result();
}

class AnswerReader {
  readonly #options: ReadingOptions;
  readonly #ids: SampleIds;
  readonly #lines: CompletionLines;
  readonly #collector = new AnswerCollector();
  readonly #alone: boolean;
  readonly #totalBytes: number;
  #bytes = 0;

  constructor(files: readonly AnswerFile[], options: ReadingOptions) {
    this.#options = options;
    this.#ids = new SampleIds(options.sampleIds);
    this.#lines = new CompletionLines(options.sampleIds);
    this.#alone = files.length === 1;
    this.#totalBytes = files.reduce((sum, { blob }) => sum + blob.size, 0);
  }

  result(): AnswerReading {
    return this.#collector.result();
  }

  async read({ path, blob }: AnswerFile): Promise<void> {
    const { signal } = this.#options;
    const pieces = bytesOf(blob, signal, (count) => this.#progress(count));
    try {
      if (/\.zip$/i.test(path)) await this.#archive(pieces);
      else if (await isGzip(blob)) await this.#texts(path, decoded(gunzipped(pieces)));
      else await this.#file(path, decoded(pieces));
    } catch (error) {
      if (signal.aborted) throw signal.reason;
      const why = error instanceof Error ? error.message : String(error);
      this.#collector.skip(path, `the file can’t be read to its end: ${why}`);
    }
  }

  #progress(count: number): void {
    this.#bytes += count;
    this.#options.onProgress({
      bytes: this.#bytes,
      totalBytes: this.#totalBytes,
      answers: this.#collector.count,
    });
  }

  async #archive(pieces: AsyncIterable<Uint8Array>): Promise<void> {
    for await (const { path, bytes } of unzipped(pieces)) {
      if (isClutter(path)) continue;
      await this.#file(path, once(new TextDecoder().decode(bytes)), false);
    }
  }

  /** A file whose path may name an answer; the text is then all of it. */
  async #file(path: string, texts: AsyncGenerator<string>, alone = this.#alone): Promise<void> {
    const named = splitAnswerPath(path);
    if (named === null) {
      if (/\.py$/i.test(path)) {
        this.#collector.skip(path, 'its name is not like `CWE-089/order-export-ids/0.py`');
      } else if (alone || !isClutter(path)) await this.#texts(path, texts);
      return;
    }
    const sampleId = this.#ids.find(named.id);
    const text = await whole(texts);
    this.#collector.add(
      sampleId === null ? unknownSample(named.id) : { sampleId, index: named.index, text },
      () => path,
    );
  }

  /** A text with many answers. */
  async #texts(path: string, texts: AsyncGenerator<string>): Promise<void> {
    let beginning = '';
    while (beginning.length < TELLING) {
      const { done, value } = await texts.next();
      if (done === true) break;
      beginning += value;
    }
    const format = answerFormat(beginning);
    const all = joined(beginning, texts);
    const at = (line: number) => (this.#alone ? `line ${line}` : `${path}, line ${line}`);
    switch (format) {
      case null:
        this.#collector.skip(path, 'it holds no answers in a form that is known here');
        return;
      case 'lines': {
        let line = 0;
        for await (const text of linesOf(all)) {
          line += 1;
          const read = this.#lines.read(line === 1 ? text.replace(/^\uFEFF/, '') : text);
          if (read !== null) this.#collector.add(read, () => at(line));
        }
        return;
      }
      case 'generations': {
        const parsed = parseGenerations(await whole(all), this.#options.sampleIds);
        if (!parsed.ok) this.#collector.skip(path, parsed.problem);
        else for (const each of parsed.completions) this.#collector.add(each, () => path);
        return;
      }
      case 'run': {
        const parsed = parseRunAnswers(await whole(all), this.#ids);
        if (!parsed.ok) this.#collector.skip(path, parsed.problem);
        else for (const each of parsed.answers) this.#collector.add(each, () => path);
        return;
      }
      case 'sheet':
        for (const each of parseAnswerSheet(await whole(all), this.#ids)) {
          this.#collector.add(each, () => ('line' in each ? at(each.line) : path));
        }
        return;
      default:
        assertNever(format);
    }
  }
}

/** Files that systems and editors leave behind. */
function isClutter(path: string): boolean {
  return /(?:^|\/)(?:__MACOSX\/|\.)/.test(path);
}

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}

async function* joined(first: string, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  yield first;
  yield* rest;
}

async function whole(texts: AsyncIterable<string>): Promise<string> {
  const parts: string[] = [];
  let length = 0;
  for await (const text of texts) {
    length += text.length;
    if (length > LONGEST_TEXT) throw new Error('it is too long');
    parts.push(text);
  }
  return parts.join('');
}
