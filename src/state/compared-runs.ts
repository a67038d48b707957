import type { Dataset } from '../core/dataset/sample.ts';
import { findStrategy } from '../core/prompts/index.ts';
import {
  decodeRunSummary,
  sampleFiguresOf,
  summarize,
  type RunSummary,
} from '../core/share/index.ts';
import type { RunStore } from '../run/ports.ts';
import type { ComparedPair, ComparisonRequest } from './comparison.svelte.ts';
import { strategyTable } from './strategy-table.ts';

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
      return { ok: true, source, summary: summarize(run, await store.listSummaries(source.id)) };
    }),
  );
}

/** Links of the first version don't tell the rounds; the page's own default was this many. */
const UNTOLD_ROUNDS = 2;

/** How many tries the strategy had: the first answer, and one for each time that it was told what tests showed. */
export function triesOf(summary: RunSummary): number {
  switch (findStrategy(summary.task, summary.strategy)?.sees) {
    case 'own-answers':
      return 1 + (summary.rounds ?? UNTOLD_ROUNDS);
    case 'insecure-code':
      return 2;
    default:
      return 1;
  }
}

/** Whether the strategy told the model what tests showed. */
export function seesTests({ task, strategy }: RunSummary): boolean {
  return findStrategy(task, strategy)?.sees !== undefined;
}

/** Whether the strategy told the model which weakness a sample is about. */
export function isInformed({ task, strategy, own }: RunSummary): boolean {
  return own?.informed ?? findStrategy(task, strategy)?.informed ?? false;
}

/** As how many tries the attempts of a run count beside another one, so that both had as many. */
export function triesBeside(summary: RunSummary, other: RunSummary): number {
  return seesTests(summary) ? 1 : triesOf(other);
}

/** How many attempts per sample a fair comparison needs of the run that has too few; null where it is a fair one. */
export function attemptsMissing(first: RunSummary, second: RunSummary): number | null {
  const wanted = [triesBeside(first, second), triesBeside(second, first)];
  const [ofFirst = 1, ofSecond = 1] = wanted;
  const fair = ofFirst <= first.attemptsPerSample && ofSecond <= second.attemptsPerSample;
  return fair ? null : Math.max(...wanted);
}

/** What is computed: every run alone, all but the first beside the first, and strategies beside the plain one. */
export function requestOf(summaries: readonly RunSummary[]): ComparisonRequest {
  const [first] = summaries;
  const table = strategyTable(summaries);
  return {
    runs: summaries.map((summary, index) => {
      const plain = summaries[table?.plainOf.get(index) ?? -1];
      return {
        samples: sampleFiguresOf(summary),
        compared: first === undefined || index === 0 ? null : pairOf(first, summary),
        againstPlain: plain === undefined ? null : pairOf(plain, summary),
      };
    }),
  };
}

/** Null where one of them had more tries than the other has attempts: that would be no comparison of strategies. */
function pairOf(first: RunSummary, second: RunSummary): ComparedPair | null {
  if (attemptsMissing(first, second) !== null) return null;
  return {
    first: { samples: sampleFiguresOf(first), k: triesBeside(first, second) },
    second: { samples: sampleFiguresOf(second), k: triesBeside(second, first) },
  };
}
