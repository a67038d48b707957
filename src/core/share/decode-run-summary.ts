import { strFromU8 } from 'fflate';
import { assertNever } from '../assert-never.ts';
import type { SampleId } from '../dataset/sample.ts';
import { countVerdicts, type VerdictCounts } from '../metrics/verdict-counts.ts';
import { BitReader } from './bits.ts';
import { compositions, unrankComposition } from './compositions.ts';
import { open } from './envelope.ts';
import {
  BITS,
  bitsFor,
  COUNT_ORDER,
  DAY_MS,
  HASH_WIDTHS,
  SUMMARY_VERSION,
  withoutControls,
} from './layout.ts';
import { DATASET_DIGITS, type RunSummary, type SampleSummary } from './run-summary.ts';
import { hashOf, readRising, type Hashing } from './sample-hashes.ts';

export type LinkProblem =
  'damaged' | 'truncated' | 'too-long' | 'newer-version' | 'unknown-dataset';

export type DecodedSummary =
  | {
      readonly ok: true;
      readonly summary: RunSummary;
      /** Counts of samples that this site doesn't know: the link comes from another data set. */
      readonly unknown: readonly VerdictCounts[];
    }
  | { readonly ok: false; readonly reason: LinkProblem; readonly message: string };

/**
 * Reads the text of a result link; any text, however hostile, gives a summary or a reason, and nothing is
 * run or looked up by it. What it says is reported, not verified: the checksum finds accidents only.
 *
 * @param knownIds the ids of the data set that this site has.
 */
export function decodeRunSummary(text: string, knownIds: readonly SampleId[]): DecodedSummary {
  const opened = open(text);
  if (!opened.ok) return problem(opened.reason);
  if (opened.version > SUMMARY_VERSION) return problem('newer-version');
  if (opened.version !== SUMMARY_VERSION) return problem('damaged');
  const reader = new BitReader(opened.payload);
  const plan = readPlan(reader);
  const samples = plan === null ? null : readSamples(reader, plan.attemptsPerSample, knownIds);
  if (plan === null || samples === null || !reader.atEnd) return problem('damaged');
  const { known, unknown } = samples;
  if (known.length === 0 && unknown.length > 0) return problem('unknown-dataset');
  return { ok: true, summary: { ...plan, samples: known }, unknown };
}

function readPlan(reader: BitReader): Omit<RunSummary, 'samples'> | null {
  const task = reader.read(BITS.task);
  const attempts = reader.read(BITS.attemptsPerSample);
  const temperature = reader.read(BITS.temperature);
  const maxTokens = reader.read(BITS.maxTokens);
  const seed = reader.read(BITS.seed);
  const day = reader.read(BITS.day);
  const version = reader.read(BITS.datasetVersion);
  const strategy = readText(reader);
  const provider = readText(reader);
  const id = readText(reader);
  const title = readText(reader);
  const siteVersion = readText(reader);
  const device = readText(reader);
  if (
    task === null ||
    attempts === null ||
    temperature === null ||
    maxTokens === null ||
    seed === null ||
    day === null ||
    version === null ||
    strategy === null ||
    provider === null ||
    id === null ||
    title === null ||
    siteVersion === null ||
    device === null
  ) {
    return null;
  }
  return {
    datasetVersion: version.toString(16).padStart(DATASET_DIGITS, '0'),
    task: task === 0 ? 'generation' : 'repair',
    strategy,
    model: { provider, id, title },
    attemptsPerSample: attempts + 1,
    temperature: temperature / 1000,
    maxTokens,
    seed,
    siteVersion,
    finishedOn: new Date(day * DAY_MS).toISOString().slice(0, 10),
    device,
  };
}

function readText(reader: BitReader): string | null {
  const length = reader.read(BITS.textLength);
  if (length === null) return null;
  const bytes = new Uint8Array(length);
  for (let index = 0; index < length; index += 1) {
    const byte = reader.read(8);
    if (byte === null) return null;
    bytes[index] = byte;
  }
  return withoutControls(strFromU8(bytes));
}

interface ReadSamples {
  readonly known: readonly SampleSummary[];
  readonly unknown: readonly VerdictCounts[];
}

function readSamples(
  reader: BitReader,
  attempts: number,
  knownIds: readonly SampleId[],
): ReadSamples | null {
  const count = reader.read(BITS.sampleCount);
  const width = HASH_WIDTHS[reader.read(BITS.hashWidth) ?? -1];
  const salt = reader.read(BITS.salt);
  const partial = reader.read(BITS.partial);
  if (count === null || width === undefined || salt === null || partial === null) return null;
  const hashes = readRising(reader, count, width);
  if (hashes === null) return null;
  const idOf = idsByHash(knownIds, { width, salt });
  const parts = COUNT_ORDER.length + partial;
  const ranks = compositions(attempts, parts);
  const known: SampleSummary[] = [];
  const unknown: VerdictCounts[] = [];
  for (const hash of hashes) {
    const rank = reader.read(bitsFor(ranks));
    if (rank === null || rank >= ranks) return null;
    const counts = countsOf(unrankComposition(rank, attempts, parts));
    const id = idOf.get(hash);
    if (id === undefined || id === null) unknown.push(counts);
    else known.push({ id, counts });
  }
  return { known: known.toSorted((a, b) => (a.id < b.id ? -1 : 1)), unknown };
}

/** Id by hash; null where two known ids meet, since then nobody can say which one was meant. */
function idsByHash(
  knownIds: readonly SampleId[],
  hashing: Hashing,
): ReadonlyMap<number, SampleId | null> {
  const ids = new Map<number, SampleId | null>();
  for (const id of new Set(knownIds)) {
    const hash = hashOf(id, hashing);
    ids.set(hash, ids.has(hash) ? null : id);
  }
  return ids;
}

function countsOf(parts: readonly number[]): VerdictCounts {
  const counts = { ...countVerdicts([]) };
  for (const [index, verdict] of COUNT_ORDER.entries()) counts[verdict] = parts[index] ?? 0;
  return counts;
}

function problem(reason: LinkProblem): DecodedSummary {
  return { ok: false, reason, message: messageOf(reason) };
}

function messageOf(reason: LinkProblem): string {
  switch (reason) {
    case 'damaged':
      return 'This link is damaged: some of its characters have changed. Ask for it again, and copy it whole.';
    case 'truncated':
      return 'This link is cut off: its end is missing. Ask for it again, and copy it whole.';
    case 'too-long':
      return 'This link is longer than any that this site makes, so it was not read.';
    case 'newer-version':
      return 'This link was made by a newer version of this site. Reload the page, or open the link on the site where it was made.';
    case 'unknown-dataset':
      return 'This link is about samples that this site does not have. Open it on the site where it was made.';
    default:
      return assertNever(reason);
  }
}
