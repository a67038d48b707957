import type { CweId, SampleId } from '../core/dataset/sample.ts';
import { groupBy } from '../core/group-by.ts';
import { addCounts, countVerdicts, type SampleFigures } from '../core/metrics/index.ts';
import type { AttemptSummary } from '../run/attempt-summary.ts';
import { completionsOf, sumOfTokens, tokenCounts, type TokenTotals } from '../run/token-figures.ts';

/** The attempts of one sample in a run. What shows this sample alone changes with it alone. */
export class SampleAttempts {
  readonly sampleId: SampleId;
  readonly cwe: CweId;
  #list = $state.raw<readonly AttemptSummary[]>([]);
  #running = $state.raw<readonly number[]>([]);
  readonly #counts = $derived(countVerdicts(this.#list.map(({ verdict }) => verdict)));
  readonly #tokens = $derived(tokenCounts(completionsOf(this.#list)));

  constructor(sampleId: SampleId) {
    this.sampleId = sampleId;
    this.cwe = sampleId.split('/')[0] ?? '';
  }

  /** By rising index. */
  get list(): readonly AttemptSummary[] {
    return this.#list;
  }

  get counts(): SampleFigures['counts'] {
    return this.#counts;
  }

  get tokens(): TokenTotals {
    return this.#tokens;
  }

  /** Indices of the attempts that are asked for or judged now. */
  get running(): readonly number[] {
    return this.#running;
  }

  /** Null where it isn't made yet. */
  at(index: number): AttemptSummary | null {
    // Most lists have no gap.
    const there = this.#list[index];
    if (there?.index === index) return there;
    return this.#list.find((attempt) => attempt.index === index) ?? null;
  }

  take(attempts: readonly AttemptSummary[]): void {
    const taken = new Set(attempts.map(({ index }) => index));
    const others = this.#list.filter(({ index }) => !taken.has(index));
    this.#list = [...others, ...attempts].sort((a, b) => a.index - b.index);
  }

  begin(index: number): void {
    if (!this.#running.includes(index)) this.#running = [...this.#running, index];
  }

  end(index: number): void {
    this.#running = this.#running.filter((each) => each !== index);
  }

  endAll(): void {
    if (this.#running.length > 0) this.#running = [];
  }
}

/** The attempts of a run without their texts, by sample, in the order of its plan. */
export class RunAttempts {
  readonly #samples: ReadonlyMap<SampleId, SampleAttempts>;
  readonly #all = $derived.by(() => this.samples.flatMap(({ list }) => list));
  readonly #figures = $derived.by(() =>
    this.samples
      .filter(({ list }) => list.length > 0)
      .map(({ sampleId, cwe, counts }): SampleFigures => ({ sampleId, cwe, counts })),
  );
  readonly #counts = $derived(addCounts(this.#figures.map(({ counts }) => counts)));
  readonly #tokens = $derived.by(() => sumOfTokens(this.samples.map(({ tokens }) => tokens)));
  /** Every sample of the plan. */
  readonly samples: readonly SampleAttempts[];

  constructor(sampleIds: readonly SampleId[]) {
    this.samples = sampleIds.map((id) => new SampleAttempts(id));
    this.#samples = new Map(this.samples.map((sample) => [sample.sampleId, sample]));
  }

  /** In the order of the plan, those of a sample by rising index. */
  get all(): readonly AttemptSummary[] {
    return this.#all;
  }

  get size(): number {
    return this.#all.length;
  }

  /** The counts of each sample that has any. */
  get figures(): readonly SampleFigures[] {
    return this.#figures;
  }

  get counts(): SampleFigures['counts'] {
    return this.#counts;
  }

  /** What the answers took; null where nothing counts. */
  get tokens(): TokenTotals | null {
    return this.#tokens;
  }

  /** Null for a sample that the plan doesn't have. */
  of(sampleId: SampleId): SampleAttempts | null {
    return this.#samples.get(sampleId) ?? null;
  }

  at(sampleId: SampleId, index: number): AttemptSummary | null {
    return this.of(sampleId)?.at(index) ?? null;
  }

  /** Adds attempts, or puts them in the place of those with the same index. */
  take(attempts: Iterable<AttemptSummary>): void {
    for (const [sampleId, ofSample] of groupBy(attempts, (attempt) => attempt.sampleId)) {
      this.of(sampleId)?.take(ofSample);
    }
  }

  endAll(): void {
    for (const sample of this.samples) sample.endAll();
  }
}
