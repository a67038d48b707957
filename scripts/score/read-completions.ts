import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { isUnread, type ImportedCompletion } from '../../src/core/exchange/answer.ts';
import {
  CompletionLines,
  linesOf,
  type BadLine,
} from '../../src/core/exchange/completion-lines.ts';

export interface ReadCompletions {
  readonly completions: readonly ImportedCompletion[];
  readonly bad: readonly BadLine[];
  /** SHA-256 of the text, in hex. */
  readonly hash: string;
}

/** Reads samples.jsonl or samples.jsonl.gz; lines that can't be read are named, the rest counts. */
export async function readCompletions(
  file: string,
  knownIds: readonly string[],
): Promise<ReadCompletions> {
  const raw = createReadStream(file);
  const bytes = file.endsWith('.gz') ? raw.pipe(createGunzip()) : raw;
  const hash = createHash('sha256');
  async function* texts(): AsyncGenerator<string> {
    const decoder = new TextDecoder();
    for await (const chunk of bytes as AsyncIterable<Uint8Array>) {
      hash.update(chunk);
      yield decoder.decode(chunk, { stream: true });
    }
    yield decoder.decode();
  }
  const reader = new CompletionLines(knownIds);
  const completions: ImportedCompletion[] = [];
  const bad: BadLine[] = [];
  for await (const line of linesOf(texts())) {
    const read = reader.read(line);
    if (read === null) continue;
    if (isUnread(read)) bad.push(read);
    else completions.push(read);
  }
  return { completions, bad, hash: hash.digest('hex') };
}
