import type { Dataset } from '../core/dataset/sample.ts';
import { findStrategy } from '../core/prompts/index.ts';
import type { Strategy } from '../core/prompts/strategy.ts';
import {
  decodeRunSummary,
  sampleFiguresOf,
  summarize,
  type RunSummary,
} from '../core/share/index.ts';
import type { RunStore } from '../run/ports.ts';
import type { ComparisonRequest } from './comparison.svelte.ts';

/** Between the sources in a link: neither ids of runs nor texts of result links contain it. */
const SEPARATOR = '~';

/** A run of this device by its id, or the text of a result link. */
export type Source =
  | { readonly kind: 'here'; readonly id: string }
  | { readonly kind: 'link'; readonly payload: string };

/** Marks the text of a result link, which could look like an id. */
const LINK_MARK = 'r.';

export function parseSources(text: string): readonly Source[] {
  return text
    .split(SEPARATOR)
    .filter((part) => part !== '')
    .map((part) =>
      part.startsWith(LINK_MARK)
        ? { kind: 'link', payload: part.slice(LINK_MARK.length) }
        : { kind: 'here', id: part },
    );
}

export function formatSources(sources: readonly Source[]): string {
  return sources
    .map((source) => (source.kind === 'here' ? source.id : LINK_MARK + source.payload))
    .join(SEPARATOR);
}

/** One run of a comparison as the view needs it. */
export type Compared =
  | { readonly ok: true; readonly source: Source; readonly summary: RunSummary }
  | { readonly ok: false; readonly source: Source; readonly problem: string };

/** Looks the sources up. */
export async function loadSources(
  sources: readonly Source[],
  store: RunStore,
  dataset: Dataset,
): Promise<readonly Compared[]> {
  const known = dataset.samples.map(({ id }) => id);
  return Promise.all(
    sources.map(async (source): Promise<Compared> => {
      if (source.kind === 'link') {
        const decoded = decodeRunSummary(source.payload, known);
        return decoded.ok
          ? { ok: true, source, summary: decoded.summary }
          : { ok: false, source, problem: decoded.message };
      }
      const run = await store.getRun(source.id);
      if (run === null) {
        const problem = 'This run is not on this device. Ask for a link of the comparison instead.';
        return { ok: false, source, problem };
      }
      return { ok: true, source, summary: summarize(run, await store.listAttempts(source.id)) };
    }),
  );
}

/** The strategy of a run, where this site knows it. */
export function strategyOf({ task, strategy }: RunSummary): Strategy | null {
  return findStrategy(task, strategy);
}

/** Rounds are no part of a result link; a strategy that sees tests has at most two by default. */
const TRIES_WITH_TESTS = 3;

/**
 * As how many tries an attempt counts beside another run: where the other one's strategy sees test results,
 * as many as that had, if there are so many attempts; else one.
 */
export function triesBeside(summary: RunSummary, other: RunSummary): number {
  const otherSees = strategyOf(other)?.sees !== undefined;
  const sees = strategyOf(summary)?.sees !== undefined;
  if (!otherSees || sees) return 1;
  const tries = strategyOf(other)?.sees === 'own-answers' ? TRIES_WITH_TESTS : 2;
  return Math.min(tries, summary.attemptsPerSample);
}

/** What is computed: every run alone, and all but the first beside the first. */
export function requestOf(summaries: readonly RunSummary[]): ComparisonRequest {
  const [first] = summaries;
  return {
    runs: summaries.map((summary, index) => ({
      samples: sampleFiguresOf(summary),
      compared:
        first === undefined || index === 0
          ? null
          : {
              first: { samples: sampleFiguresOf(first), k: triesBeside(first, summary) },
              second: { samples: sampleFiguresOf(summary), k: triesBeside(summary, first) },
            },
    })),
  };
}
