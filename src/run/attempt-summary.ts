import type { Attempt, Completion, Round } from './run.ts';

/** What lists and figures need of a round: no texts, which are a hundred times as large. */
export interface RoundSummary extends Pick<Round, 'verdict'> {
  readonly completion: Pick<Completion, 'ms' | 'usage' | 'replayed'>;
}

/** The same of an attempt. Every `Attempt` fits. */
export interface AttemptSummary
  extends RoundSummary, Pick<Attempt, 'sampleId' | 'index' | 'finishedAt'> {
  /** The rounds before the last one, where the strategy has several. */
  readonly earlier?: readonly RoundSummary[];
}

/** An attempt without its texts. */
export function summaryOf({
  sampleId,
  index,
  finishedAt,
  earlier,
  ...last
}: Attempt): AttemptSummary {
  return {
    sampleId,
    index,
    finishedAt,
    ...roundSummaryOf(last),
    ...(earlier === undefined ? {} : { earlier: earlier.map(roundSummaryOf) }),
  };
}

function roundSummaryOf({
  verdict,
  completion,
}: Pick<Round, 'verdict' | 'completion'>): RoundSummary {
  const { ms, usage, replayed } = completion;
  return {
    verdict,
    completion: {
      ms,
      ...(usage === undefined ? {} : { usage }),
      ...(replayed === undefined ? {} : { replayed }),
    },
  };
}
