import type { Score } from '../../src/run/score-completion.ts';
import type { ImportedCompletion } from '../../src/core/exchange/answer.ts';
import type { SelfCheck } from '../../src/run/self-check.ts';
import { standingOf } from '../../src/core/verdicts/verdict-of.ts';

/** First line of a file of results: what it was made of. Parts of one whole agree in all but `shard`. */
export interface ResultsHeader {
  readonly format: 'codeseceval-results';
  readonly version: 1;
  readonly dataset: string;
  readonly sandbox: string;
  readonly extraction: number;
  /** SHA-256 of the completions' file. */
  readonly input: string;
  /** Completions of the whole file. */
  readonly completions: number;
  /** `[2, 8]`: the second of eight parts. */
  readonly shard: readonly [part: number, of: number];
}

/** One line of results. It holds no times, so that the same completions give the same bytes. */
export interface ResultLine {
  /** Place of the completion among all that could be read, counted from 0. */
  readonly position: number;
  readonly task_id: string;
  readonly index: number;
  readonly verdict: string;
  /** The rule that found the code, or why there is none. */
  readonly extraction: string;
  readonly failed: readonly string[];
  /** Why nothing is known; only where the verdict is inconclusive. */
  readonly reason?: string;
}

export function resultLine(
  position: number,
  { sampleId, index }: ImportedCompletion,
  { extraction, observation, verdict }: Score,
  check: SelfCheck,
): ResultLine {
  const outcomes = observation?.kind === 'tested' ? observation.outcomes : [];
  const unclear = outcomes.find(({ result }) => result.status === 'inconclusive')?.result;
  const reason =
    check.problem ??
    (observation?.kind === 'engine-failed'
      ? observation.detail
      : unclear?.status === 'inconclusive'
        ? unclear.reason
        : null);
  return {
    position,
    task_id: sampleId,
    index,
    verdict,
    extraction: extraction.kind === 'code' ? extraction.rule : extraction.reason,
    failed: outcomes
      .filter(({ result }) => standingOf(result) === 'failed')
      .map(({ name }) => name)
      .toSorted(),
    ...(verdict === 'inconclusive' && reason !== null ? { reason } : {}),
  };
}

/** Whether a completion belongs to a part: the parts take turns, so that each has something of everything. */
export function isInShard(position: number, [part, of]: ResultsHeader['shard']): boolean {
  return position % of === part - 1;
}

/** `2/8` as `[2, 8]`; null where it is none. */
export function parseShard(text: string): ResultsHeader['shard'] | null {
  const [, part, of] = /^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? [];
  const shard = [Number(part), Number(of)] as const;
  return shard[0] >= 1 && shard[0] <= shard[1] ? shard : null;
}

/**
 * Puts the parts of a file of results together, in the order of the completions.
 *
 * @param parts the texts of the files, in any order
 * @throws where they don't belong together, or one is missing or unfinished
 */
export function mergeResults(parts: readonly string[]): string {
  const read = parts.map((text) => {
    const [head = '', ...lines] = text.trimEnd().split('\n');
    return { header: JSON.parse(head) as ResultsHeader, lines };
  });
  const [first] = read;
  if (first === undefined) throw new Error('no parts were given');
  const whole = (header: ResultsHeader): string => JSON.stringify({ ...header, shard: [1, 1] });
  for (const { header } of read) {
    if (header.format !== 'codeseceval-results') throw new Error('a file is no file of results');
    if (whole(header) !== whole(first.header)) {
      throw new Error('the parts were made of different completions, data sets or versions');
    }
  }
  const byPosition = new Map(
    read.flatMap(({ lines }) =>
      lines.map((line) => [(JSON.parse(line) as ResultLine).position, line] as const),
    ),
  );
  const missing = Array.from({ length: first.header.completions }, (_, at) => at).filter(
    (position) => !byPosition.has(position),
  );
  if (missing.length > 0) {
    throw new Error(
      `${missing.length} results are missing, the first at position ${missing[0]}: a part is not finished or not there`,
    );
  }
  const lines = [...byPosition].toSorted(([a], [b]) => a - b).map(([, line]) => line);
  return [whole(first.header), ...lines].map((line) => `${line}\n`).join('');
}
