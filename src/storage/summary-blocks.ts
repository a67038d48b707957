import type { IDBPDatabase, IDBPObjectStore } from 'idb';
import { groupBy } from '../core/group-by.ts';
import { type AttemptSummary, summaryOf } from '../run/attempt-summary.ts';
import type { Attempt, RunId } from '../run/run.ts';
import { attemptsOf } from './attempt-pages.ts';
import type { Migration, Schema, SummaryBlock } from './schema.ts';

/**
 * Attempts of one sample that share a record. Thousands of small records take as long to read as a few large ones of
 * twenty times the size; a very large one would be written anew with every attempt.
 */
const BLOCK = 50;

/** Blocks that are read at once: some milliseconds of the page's thread. */
const PAGE = 40;

/** The key of the block that holds an attempt's summary. */
export function blockKey({
  runId,
  sampleId,
  index,
}: Pick<Attempt, 'runId' | 'sampleId' | 'index'>): [RunId, string, number] {
  return [runId, sampleId, Math.floor(index / BLOCK)];
}

/** The block with an attempt's summary in it: in its place by index, instead of an earlier one of the same index. */
export function withAttempt(block: SummaryBlock | undefined, attempt: Attempt): SummaryBlock {
  const [runId, sampleId, number] = blockKey(attempt);
  const summary = kept(attempt);
  const others = (block?.attempts ?? []).filter(({ index }) => index !== summary.index);
  const attempts = [...others, summary].sort((a, b) => a.index - b.index);
  return { runId, sampleId, block: number, attempts };
}

/** The blocks of attempts that come by rising index. */
export function blocksOf(attempts: Iterable<Attempt>): readonly SummaryBlock[] {
  const groups = groupBy(attempts, (attempt) => blockKey(attempt).join('\n'));
  return [...groups.values()].flatMap((ofBlock) => {
    const [first] = ofBlock;
    if (first === undefined) return [];
    const [runId, sampleId, block] = blockKey(first);
    return [{ runId, sampleId, block, attempts: ofBlock.map(kept) }];
  });
}

/** The key of the block tells the sample. */
function kept(attempt: Attempt): SummaryBlock['attempts'][number] {
  const { sampleId: _, ...summary } = summaryOf(attempt);
  return summary;
}

/** The summaries of a run in the order of sample id and index. */
export async function readSummaries(
  database: IDBPDatabase<Schema>,
  id: RunId,
): Promise<readonly AttemptSummary[]> {
  const summaries: AttemptSummary[] = [];
  let range = attemptsOf(id);
  for (;;) {
    const page = await database.getAll('summaries', range, PAGE);
    const last = page.at(-1);
    if (last === undefined) return summaries;
    for (const { sampleId, attempts } of page) {
      for (const attempt of attempts) summaries.push({ sampleId, ...attempt });
    }
    range = IDBKeyRange.bound([id, last.sampleId, last.block], [id, []], true);
  }
}

/** Makes the store of summaries, and fills it from the attempts that are there. */
export const toVersion5: Migration = async (database, transaction) => {
  const summaries = database.createObjectStore('summaries', {
    keyPath: ['runId', 'sampleId', 'block'],
  });
  const attempts = transaction.objectStore('attempts');
  let range: IDBKeyRange | undefined;
  for (;;) {
    const page = await attempts.getAll(range, BLOCK);
    const last = page.at(-1);
    if (last === undefined) return;
    await addToBlocks(summaries, page);
    range = IDBKeyRange.lowerBound([last.runId, last.sampleId, last.index], true);
  }
};

/** Puts attempts into the blocks that are there, or into new ones. */
async function addToBlocks(
  summaries: Pick<
    IDBPObjectStore<Schema, ['summaries'], 'summaries', 'versionchange'>,
    'get' | 'put'
  >,
  attempts: readonly Attempt[],
): Promise<void> {
  for (const part of blocksOf(attempts)) {
    const known = await summaries.get([part.runId, part.sampleId, part.block]);
    await summaries.put({ ...part, attempts: [...(known?.attempts ?? []), ...part.attempts] });
  }
}
