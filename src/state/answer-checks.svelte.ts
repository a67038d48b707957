import { SvelteMap } from 'svelte/reactivity';
import type { AttackOutcome, AttackReport } from '../core/teach/attack.ts';
import type { AttackAnswer, CodeAnswer, RunnableAnswer } from '../core/teach/exercise.ts';
import type { Verdict } from '../core/verdicts/verdict.ts';
import { judgeAll, type AnswerToJudge } from '../run/judge-all.ts';
import type { Score } from '../run/score-completion.ts';
import { SelfChecks } from '../run/self-check.ts';
import type { Adapters } from './adapters.ts';
import type { DatasetState } from './dataset.svelte.ts';
import { inBatches } from './in-batches.ts';

type CheckedAnswer = Pick<RunnableAnswer, 'kind' | 'sampleId' | 'code'>;

/** What running an answer here showed. */
type Shown =
  | { readonly kind: 'code'; readonly score: Score }
  | { readonly kind: 'attack'; readonly report: AttackReport };

/** Answers that came in links, run again in this browser; only when somebody asks for it. */
export class AnswerChecks {
  readonly #adapters: Adapters;
  readonly #data: DatasetState;
  /** Null while an answer waits: so that what comes changes its own cell, not all that are empty. */
  readonly #shown = new SvelteMap<string, Shown | null>();
  readonly #keys = new WeakMap<CheckedAnswer, string>();
  #todo = $state.raw(0);
  #done = $state.raw(0);
  #problem = $state.raw<string | null>(null);
  #controller: AbortController | null = $state.raw(null);

  constructor(adapters: Adapters, data: DatasetState) {
    this.#adapters = adapters;
    this.#data = data;
  }

  /** What running it here came to; null where it wasn't run. The same code is run once, whoever sent it. */
  seen(answer: CheckedAnswer): Verdict | AttackOutcome | null {
    const shown = this.#of(answer);
    if (shown === null) return null;
    return shown.kind === 'code' ? shown.score.verdict : shown.report.outcome;
  }

  /** What the tests showed of code; null where it wasn't run. */
  score(answer: Pick<CodeAnswer, 'kind' | 'sampleId' | 'code'>): Score | null {
    const shown = this.#of(answer);
    return shown?.kind === 'code' ? shown.score : null;
  }

  /** How an attack went; null where it wasn't run. */
  report(answer: Pick<AttackAnswer, 'kind' | 'sampleId' | 'code'>): AttackReport | null {
    const shown = this.#of(answer);
    return shown?.kind === 'attack' ? shown.report : null;
  }

  get running(): boolean {
    return this.#controller !== null;
  }

  /** How much of the present or last work there was, and is done: different pieces of code. */
  get progress(): { readonly done: number; readonly all: number } {
    return { done: this.#done, all: this.#todo };
  }

  /** Why it stopped, and what to do next. */
  get problem(): string | null {
    return this.#problem;
  }

  /** Runs all that wasn't run yet. Resolves when it is done or was stopped. */
  async run(answers: readonly CheckedAnswer[]): Promise<void> {
    if (this.running) return;
    const controller = new AbortController();
    this.#controller = controller;
    this.#problem = null;
    try {
      const dataset = await this.#data.load();
      const codes = this.#missing(answers);
      this.#todo = codes.length;
      this.#done = 0;
      const { signal } = controller;
      const { sandbox } = this.#adapters;
      const checks = new SelfChecks(this.#adapters, dataset.version, signal);
      await inBatches(judgeAll(codes, { sandbox, checks }, signal), ({ key, result }) => {
        if (result.kind === 'score') this.#shown.set(key, { kind: 'code', score: result.score });
        else if (result.kind === 'attack') this.#shown.set(key, result);
        else this.#problem = result.problem;
        this.#done += 1;
      });
    } catch (error) {
      if (!controller.signal.aborted) {
        this.#problem = error instanceof Error ? error.message : String(error);
      }
    } finally {
      this.#controller = null;
    }
  }

  /** Ends the work; what was judged stays. */
  stop(): void {
    this.#controller?.abort();
  }

  #of(answer: CheckedAnswer): Shown | null {
    return this.#shown.get(this.#keyOf(answer)) ?? null;
  }

  #missing(answers: readonly CheckedAnswer[]): readonly AnswerToJudge[] {
    const codes = new Map<string, AnswerToJudge>();
    for (const answer of answers) {
      const key = this.#keyOf(answer);
      const sample = this.#data.sample(answer.sampleId);
      if (sample === null || (this.#shown.get(key) ?? null) !== null) continue;
      codes.set(key, { key, kind: answer.kind, code: answer.code, sample });
      this.#shown.set(key, null);
    }
    return [...codes.values()];
  }

  /** A table asks for thousands of scores at a time: each key is put together once. */
  #keyOf(answer: CheckedAnswer): string {
    const known = this.#keys.get(answer);
    if (known !== undefined) return known;
    const key = `${answer.kind} ${answer.sampleId}\n${answer.code}`;
    this.#keys.set(answer, key);
    return key;
  }
}
