import { isUnread, type ImportedCompletion } from '../../core/exchange/answer.ts';
import { CompletionLines } from '../../core/exchange/completion-lines.ts';
import { parseOriginalSamples } from '../../core/exchange/original-samples.ts';
import { parsePromptLines, type ForeignPrompt } from '../../core/exchange/prompt-lines.ts';
import type { AnswerFile } from '../answers/read-answers.ts';
import { bytesOf, isGzip, gunzipped } from '../answers/text-of.ts';
import { unzipped } from '../answers/unzipped.ts';
import type { ForeignSet } from './foreign-set.ts';

/** A file with its bytes, also one of an archive. */
interface ReadFile {
  readonly path: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Bytes that are read of all files together; the original data set has less than two million. */
const MOST_BYTES = 256 * 1024 * 1024;

/** How many reasons are kept; more are counted. */
const MOST_REASONS = 200;

/**
 * Reads a data set from a visitor's files, in any order and packed or not: the original CodeSecEval list and its
 * annotations, SecurityEval's lines, the files that tests open (`Test/<ID>/…`, also `<ID>/…`), and answers to the
 * samples (`samples.jsonl`). What can't be read is named, and the rest is read.
 * @throws only the signal's reason
 */
export async function readForeign(
  files: readonly AnswerFile[],
  signal: AbortSignal,
): Promise<ForeignSet> {
  const skipped: string[] = [];
  const all: ReadFile[] = [];
  let room = MOST_BYTES;
  for (const { path, blob } of files) {
    try {
      for await (const file of contents(path, blob, signal)) {
        room -= file.bytes.length;
        if (room < 0) throw new Error('all files together are too large');
        all.push(file);
      }
    } catch (error) {
      signal.throwIfAborted();
      skipped.push(`${path}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return { ...setOf(all, skipped), skipped: shortened(skipped) };
}

async function* contents(
  path: string,
  blob: Blob,
  signal: AbortSignal,
): AsyncGenerator<ReadFile, void, void> {
  const pieces = bytesOf(blob, signal, () => undefined);
  // What a test opens stays as it is.
  if (isFixture(path)) {
    yield { path, bytes: await joined(pieces) };
  } else if (/\.zip$/i.test(path)) {
    let empty = true;
    for await (const file of unzipped(pieces)) {
      empty = false;
      yield { ...file, bytes: new Uint8Array(file.bytes) };
    }
    if (empty) throw new Error('there is no file in this archive');
  } else if (await isGzip(blob)) {
    yield { path: path.replace(/\.gz$/i, ''), bytes: await joined(gunzipped(pieces)) };
  } else {
    yield { path, bytes: await joined(pieces) };
  }
}

async function joined(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for await (const piece of pieces) {
    length += piece.length;
    if (length > MOST_BYTES) throw new Error('it is too large');
    parts.push(new Uint8Array(piece));
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

function setOf(files: readonly ReadFile[], skipped: string[]): Omit<ForeignSet, 'skipped'> {
  const texts = files.filter(({ path }) => /\.jsonl?$/i.test(path) && !isFixture(path));
  const kinds = texts.map((file) => {
    const text = new TextDecoder().decode(file.bytes);
    return { path: file.path, text, kind: kindOf(text) };
  });
  const sets = kinds.filter(({ kind }) => kind === 'set');
  const notes = kinds.filter(({ kind }) => kind === 'annotations');
  for (const { path } of [...sets.slice(1), ...notes.slice(1)])
    skipped.push(`${path}: there is another file of this kind, so this one is left out`);
  for (const { path } of kinds.filter(({ kind }) => kind === 'own'))
    skipped.push(`${path}: this is the site’s own data set; “New run” judges answers to it`);
  for (const { path } of kinds.filter(({ kind }) => kind === 'other'))
    skipped.push(`${path}: it is neither a data set nor answers to one`);
  const [set] = sets;
  const read = set === undefined ? null : parseOriginalSamples(set.text, notes[0]?.text ?? null);
  if (read !== null && set !== undefined) {
    const problems = read.ok ? read.skipped : [read.problem];
    skipped.push(...problems.map((problem) => `${set.path}, ${problem}`));
  }
  const samples = read?.ok === true ? read.samples : [];
  const ids = new Set(samples.map(({ id }) => id));
  return {
    samples,
    prompts: promptsOf(kinds, skipped),
    fixtures: fixturesOf(files, ids, skipped),
    completions: completionsOf(kinds, ids, skipped),
  };
}

interface KnownText {
  readonly path: string;
  readonly text: string;
  readonly kind: 'set' | 'own' | 'annotations' | 'prompts' | 'completions' | 'other';
}

/** Lines of which the first may be damaged. */
const TELLING_LINES = 20;

/** By the fields of the first item, or of the first line that tells. */
function kindOf(text: string): KnownText['kind'] {
  const head = text.slice(0, 1_000_000).trimStart();
  if (head.startsWith('[')) {
    const fields = /^\[\s*\{([\s\S]*)/.exec(head)?.[1] ?? '';
    // Ours is marked, so that it is found among training data.
    if (/"Canary"\s*:/.test(fields)) return 'own';
    if (/"Entry_Point"\s*:/.test(fields)) return 'set';
    return /"Vulnerability-aware Information"\s*:/.test(fields) ? 'annotations' : 'other';
  }
  for (const line of head.split('\n', TELLING_LINES)) {
    if (/"Prompt"\s*:/.test(line) && /"ID"\s*:/.test(line)) return 'prompts';
    if (/"(?:task_id|sample_id|custom_id)"\s*:/.test(line)) return 'completions';
  }
  return 'other';
}

function promptsOf(kinds: readonly KnownText[], skipped: string[]): readonly ForeignPrompt[] {
  return kinds
    .filter(({ kind }) => kind === 'prompts')
    .flatMap(({ path, text }) => {
      const read = parsePromptLines(text);
      skipped.push(...(read?.skipped ?? ['line 1 does not fit']).map((why) => `${path}, ${why}`));
      return read?.prompts ?? [];
    });
}

function completionsOf(
  kinds: readonly KnownText[],
  ids: ReadonlySet<string>,
  skipped: string[],
): readonly ImportedCompletion[] {
  // One for all files: the same sample in a second file has further attempts.
  const lines = new CompletionLines(ids);
  return kinds
    .filter(({ kind }) => kind === 'completions')
    .flatMap(({ path, text }) =>
      text.split('\n').flatMap((line, at) => {
        const read = lines.read(line);
        if (read === null) return [];
        if (!isUnread(read)) return [read];
        skipped.push(`${path}, line ${at + 1}: ${read.problem}`);
        return [];
      }),
    );
}

/** `Test/<ID>/…` with any folders above; a data set's own JSON never lies in one. */
const FIXTURE = /(?:^|\/)Test\/([\w.-]+)\/(.+)$/;

const isFixture = (path: string): boolean => FIXTURE.test(path.replaceAll('\\', '/'));

function fixturesOf(
  files: readonly ReadFile[],
  ids: ReadonlySet<string>,
  skipped: string[],
): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const found = new Map<string, Map<string, string>>();
  const sizes = new Map<string, number>();
  for (const { path, bytes } of files) {
    const parts = path.replaceAll('\\', '/').split('/');
    const at = parts.findIndex((part, index) => ids.has(part) && index < parts.length - 1);
    const id = parts[at];
    const rest = parts.slice(at + 1);
    if (id === undefined) {
      if (!/\.jsonl?$/i.test(path) || isFixture(path)) skipped.push(`${path}: no sample opens it`);
      continue;
    }
    const problem = fixtureProblem(rest, bytes.length + (sizes.get(id) ?? 0));
    if (problem !== null) {
      skipped.push(`${path}: ${problem}`);
      continue;
    }
    const own = found.get(id) ?? new Map<string, string>();
    own.set(`Test/${id}/${rest.join('/')}`, base64(bytes));
    found.set(id, own);
    sizes.set(id, bytes.length + (sizes.get(id) ?? 0));
  }
  return found;
}

/** Bytes of all files of one sample: they go into the sandbox with every program. */
const MOST_FIXTURE_BYTES = 4 * 1024 * 1024;

function fixtureProblem(parts: readonly string[], bytes: number): string | null {
  if (parts.some((part) => part === '..' || part === '' || part.includes('\0')))
    return 'it lies outside the folder of its sample';
  if (/\p{Surrogate}/u.test(parts.join('/'))) return 'its name is no text';
  return bytes > MOST_FIXTURE_BYTES ? 'the files of this sample are more than 4 MB' : null;
}

function base64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000) {
    binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  }
  return btoa(binary);
}

function shortened(given: readonly string[]): readonly string[] {
  const reasons = [...new Set(given)];
  if (reasons.length <= MOST_REASONS) return reasons;
  const more = reasons.length - MOST_REASONS;
  return [...reasons.slice(0, MOST_REASONS), `and ${more.toLocaleString('en')} more`];
}
