import type { SampleId } from '../dataset/sample.ts';
import { tallyOf, type VerdictCounts } from '../metrics/verdict-counts.ts';
import { BitWriter } from './bits.ts';
import { compositions, rankComposition } from './compositions.ts';
import { seal } from './envelope.ts';
import {
  BITS,
  bitsFor,
  COUNT_ORDER,
  DAY_MS,
  HASH_WIDTHS,
  MAX_ATTEMPTS,
  MAX_SAMPLES,
  FIRST_SUMMARY_VERSION,
  SUMMARY_VERSION,
} from './layout.ts';
import type { RunSummary } from './run-summary.ts';
import { findSalt, hashOf, writeRising, type Hashing } from './sample-hashes.ts';
import { writeText } from './text-fields.ts';

/** With the address of the site before it, a link of this length stays below 2,000 characters. */
const WANTED_CHARACTERS = 1900;

/** Bytes of UTF-8 that a name may have; the short ones only where the counts leave no room. */
const TEXT_BYTES = [96, 12] as const;

/**
 * A run summary as the text of a link. Sample ids travel as hashes, which the reader finds again among the
 * ids that it knows; `knownIds` (the whole data set) keeps them apart from samples that the run left out.
 *
 * Names longer than 96 bytes are cut. 180 samples fit in 2,000 characters for up to 1,000 attempts each.
 *
 * @throws {RangeError} for more than 1,000 attempts per sample or 4,095 samples, and for counts above the plan's.
 */
export function encodeRunSummary(summary: RunSummary, knownIds: readonly SampleId[] = []): string {
  if (summary.attemptsPerSample < 1 || summary.attemptsPerSample > MAX_ATTEMPTS) {
    throw new RangeError(`a link holds 1 to ${MAX_ATTEMPTS} attempts per sample`);
  }
  if (summary.samples.length > MAX_SAMPLES) {
    throw new RangeError(`a link holds ${MAX_SAMPLES} samples at most`);
  }
  let shortest: string | null = null;
  for (const textBytes of TEXT_BYTES) {
    for (const width of HASH_WIDTHS) {
      const hashing = hashingFor(summary, knownIds, width);
      if (hashing === null) continue;
      const text = seal(versionOf(summary), payloadOf(summary, hashing, textBytes));
      if (text.length <= WANTED_CHARACTERS) return text;
      if (shortest === null || text.length < shortest.length) shortest = text;
    }
  }
  if (shortest === null) throw new RangeError('a sample comes twice in the summary');
  return shortest;
}

function versionOf({ own, rounds }: RunSummary): number {
  return own === undefined && rounds === undefined ? FIRST_SUMMARY_VERSION : SUMMARY_VERSION;
}

function hashingFor(
  summary: RunSummary,
  knownIds: readonly SampleId[],
  width: number,
): Hashing | null {
  const ids = new Set(summary.samples.map(({ id }) => id));
  const salt = findSalt(new Set([...ids, ...knownIds]), width) ?? findSalt(ids, width);
  return salt === null || ids.size !== summary.samples.length ? null : { width, salt };
}

function payloadOf(summary: RunSummary, hashing: Hashing, textBytes: number): Uint8Array {
  const writer = new BitWriter();
  writer.write(summary.task === 'generation' ? 0 : 1, BITS.task);
  writer.write(summary.attemptsPerSample - 1, BITS.attemptsPerSample);
  writer.write(Math.round(summary.temperature * 1000), BITS.temperature);
  writer.write(summary.maxTokens, BITS.maxTokens);
  writer.write(summary.seed, BITS.seed);
  writer.write(Math.floor(Date.parse(summary.finishedOn) / DAY_MS), BITS.day);
  writer.write(Number.parseInt(summary.datasetVersion, 16), BITS.datasetVersion);
  const { provider, id, title } = summary.model;
  for (const text of [summary.strategy, provider, id, title, summary.siteVersion, summary.device]) {
    writeText(writer, text, textBytes);
  }
  if (versionOf(summary) === SUMMARY_VERSION) writeStrategy(writer, summary, textBytes);
  writeSamples(writer, summary, hashing);
  return writer.toBytes();
}

function writeStrategy(writer: BitWriter, { own, rounds }: RunSummary, textBytes: number): void {
  writer.write(rounds === undefined ? 0 : rounds + 1, BITS.rounds);
  writer.write(own === undefined ? 0 : 1, BITS.own);
  if (own === undefined) return;
  writer.write(own.informed ? 1 : 0, BITS.informed);
  writeText(writer, own.title, textBytes);
}

function writeSamples(writer: BitWriter, summary: RunSummary, hashing: Hashing): void {
  const samples = summary.samples
    .map((sample) => ({ hash: hashOf(sample.id, hashing), counts: sample.counts }))
    .toSorted((a, b) => a.hash - b.hash);
  const attempts = summary.attemptsPerSample;
  const partial = samples.some(({ counts }) => tallyOf(counts).all < attempts);
  writer.write(samples.length, BITS.sampleCount);
  writer.write(
    HASH_WIDTHS.findIndex((width) => width === hashing.width),
    BITS.hashWidth,
  );
  writer.write(hashing.salt, BITS.salt);
  writer.write(partial ? 1 : 0, BITS.partial);
  writeRising(
    writer,
    samples.map(({ hash }) => hash),
    hashing.width,
  );
  for (const { counts } of samples) {
    const parts = partsOf(counts, attempts, partial);
    writer.write(rankComposition(parts), bitsFor(compositions(attempts, parts.length)));
  }
}

/** The counts, and in a partial run the attempts that are missing, so that the sum is always the same. */
function partsOf(counts: VerdictCounts, attempts: number, partial: boolean): readonly number[] {
  const missing = attempts - tallyOf(counts).all;
  if (missing < 0) throw new RangeError('a sample has more attempts than the plan');
  const parts = COUNT_ORDER.map((verdict) => counts[verdict]);
  return partial ? [...parts, missing] : parts;
}
