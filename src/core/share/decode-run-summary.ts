import type { SampleId } from '../dataset/sample.ts';
import { countVerdicts, type VerdictCounts } from '../metrics/verdict-counts.ts';
import { BitReader } from './bits.ts';
import { compositions, unrankComposition } from './compositions.ts';
import { open, versionProblem } from './envelope.ts';
import {
  BITS,
  bitsFor,
  COUNT_ORDER,
  DAY_MS,
  FIRST_SUMMARY_VERSION,
  HASH_WIDTHS,
  SUMMARY_VERSION,
} from './layout.ts';
import { refused, type RefusedLink } from './link-problem.ts';
import { DATASET_DIGITS, type RunSummary, type SampleSummary } from './run-summary.ts';
import { hashOf, readRising, type Hashing } from './sample-hashes.ts';
import { readText } from './text-fields.ts';

export type DecodedSummary =
  | {
      readonly ok: true;
      readonly summary: RunSummary;
      /** Counts of samples that this site doesn't know: the link comes from another data set. */
      readonly unknown: readonly VerdictCounts[];
    }
  | RefusedLink;

/**
 * Reads the text of a result link; any text, however hostile, gives a summary or a reason, and nothing is
 * run or looked up by it. What it says is reported, not verified: the checksum finds accidents only.
 *
 * @param knownIds the ids of the data set that this site has.
 */
export function decodeRunSummary(text: string, knownIds: readonly SampleId[]): DecodedSummary {
  const opened = open(text);
  if (!opened.ok) return refused(opened.reason);
  const isFirst = opened.version === FIRST_SUMMARY_VERSION;
  const mismatch = isFirst ? null : versionProblem(opened.version, SUMMARY_VERSION);
  if (mismatch !== null) return refused(mismatch);
  const reader = new BitReader(opened.payload);
  const plan = readPlan(reader);
  const strategy = isFirst ? {} : readStrategy(reader);
  const samples = plan === null ? null : readSamples(reader, plan.attemptsPerSample, knownIds);
  if (plan === null || strategy === null || samples === null || !reader.atEnd) {
    return refused('damaged');
  }
  const { known, unknown } = samples;
  if (known.length === 0 && unknown.length > 0) return refused('unknown-dataset');
  return { ok: true, summary: { ...plan, ...strategy, samples: known }, unknown };
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

/** What the second version tells besides the strategy's id. */
function readStrategy(reader: BitReader): Pick<RunSummary, 'own' | 'rounds'> | null {
  const rounds = reader.read(BITS.rounds);
  const isOwn = reader.read(BITS.own);
  if (rounds === null || isOwn === null) return null;
  const told = rounds === 0 ? {} : { rounds: rounds - 1 };
  if (isOwn === 0) return told;
  const informed = reader.read(BITS.informed);
  const title = readText(reader);
  return informed === null || title === null
    ? null
    : { ...told, own: { title, informed: informed === 1 } };
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
