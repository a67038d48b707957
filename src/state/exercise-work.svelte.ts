import * as v from 'valibot';
import type { Sample, SampleId } from '../core/dataset/sample.ts';
import { ATTACK_OUTCOMES, type AttackReport } from '../core/teach/attack.ts';
import { attackTemplate } from '../core/teach/attack-template.ts';
import {
  exerciseKey,
  type Answer,
  type Exercise,
  type ExerciseResult,
} from '../core/teach/exercise.ts';
import { VERDICTS } from '../core/verdicts/verdict.ts';
import { judgeAttack } from '../run/judge-attack.ts';
import { judgeCode, type JudgePorts } from '../run/judge-code.ts';
import type { Score } from '../run/score-completion.ts';
import { SelfChecks } from '../run/self-check.ts';
import type { Adapters } from './adapters.ts';
import { blank } from './desk.svelte.ts';

/** What this device keeps of a student's work on one sample. */
const work = v.object({
  /** Null while the student hasn't changed what the task starts from. */
  draft: v.nullable(v.string()),
  tries: v.number(),
  /** The answer that goes into the link. */
  answer: v.nullable(
    v.variant('kind', [
      v.object({ kind: v.literal('code'), verdict: v.picklist(VERDICTS), code: v.string() }),
      v.object({
        kind: v.literal('attack'),
        outcome: v.picklist(ATTACK_OUTCOMES),
        code: v.string(),
      }),
      v.object({ kind: v.literal('find'), cwe: v.string(), lines: v.array(v.number()) }),
    ]),
  ),
});

type Work = v.InferOutput<typeof work>;

const NOTHING: Work = { draft: null, tries: 0, answer: null };

/** A student's work on an exercise. It outlives a reload, on this device. */
export class ExerciseWork {
  readonly exercise: Exercise;
  readonly #adapters: Adapters;
  readonly #datasetVersion: string;
  readonly #key: string;
  #name = $state.raw('');
  #works = $state.raw<ReadonlyMap<SampleId, Work>>(new Map());
  /** The newest run of the tests of each sample; not kept, since it can be run again. */
  #scores = $state.raw<ReadonlyMap<SampleId, Score>>(new Map());
  #reports = $state.raw<ReadonlyMap<SampleId, AttackReport>>(new Map());
  #running = $state.raw<SampleId | null>(null);
  #problem = $state.raw<string | null>(null);
  #controller: AbortController | null = null;

  /** @param datasetVersion of the samples at hand, which may be newer than the exercise. */
  constructor(exercise: Exercise, adapters: Adapters, datasetVersion: string) {
    this.exercise = exercise;
    this.#adapters = adapters;
    this.#datasetVersion = datasetVersion;
    this.#key = `exercise.${exerciseKey(exercise)}`;
    const name = adapters.settings.read(this.#key);
    if (typeof name === 'string') this.#name = name;
    this.#works = new Map(
      exercise.sampleIds.flatMap((id) => {
        const stored = v.safeParse(work, adapters.settings.read(this.#keyOf(id)));
        return stored.success ? [[id, stored.output] as const] : [];
      }),
    );
  }

  get name(): string {
    return this.#name;
  }

  set name(name: string) {
    this.#name = name;
    this.#adapters.settings.write(this.#key, name);
  }

  /** The sample whose tests run now. */
  get running(): SampleId | null {
    return this.#running;
  }

  /** Why the tests could not be run, and what to do next. */
  get problem(): string | null {
    return this.#problem;
  }

  text(sample: Sample): string {
    const { draft } = this.#of(sample.id);
    return draft === null || draft.trim() === '' ? this.startOf(sample) : draft;
  }

  /** The text that a sample starts from. */
  startOf(sample: Sample): string {
    if (this.exercise.mode === 'beat') return attackTemplate(sample);
    return blank(sample, this.exercise.mode === 'write' ? 'generation' : 'repair');
  }

  keepText(sample: Sample, text: string): void {
    this.#keep(sample.id, { draft: text === this.startOf(sample) ? null : text });
  }

  tries(id: SampleId): number {
    return this.#of(id).tries;
  }

  /** The answer that goes into the link; null where there is none yet. */
  answer(id: SampleId): Answer | null {
    const { answer, tries } = this.#of(id);
    if (answer === null) return null;
    return answer.kind === 'find'
      ? { ...answer, sampleId: id }
      : { ...answer, sampleId: id, tries };
  }

  isSolved(id: SampleId): boolean {
    const { answer } = this.#of(id);
    if (answer?.kind === 'attack') return answer.outcome === 'beaten';
    return answer?.kind === 'code' && answer.verdict === 'secure';
  }

  /** What the newest run of the tests in this tab showed. */
  score(id: SampleId): Score | null {
    return this.#scores.get(id) ?? null;
  }

  /** How the newest attack of each sample in this tab went. */
  report(id: SampleId): AttackReport | null {
    return this.#reports.get(id) ?? null;
  }

  /**
   * Runs the tests of a sample against a text, or the text as an attack on the sample's programs. What our side could
   * not judge is no try.
   */
  async run(sample: Sample, code: string): Promise<void> {
    if (this.#running !== null) return;
    const { signal } = (this.#controller = new AbortController());
    this.#running = sample.id;
    this.#problem = null;
    try {
      const checks = new SelfChecks(this.#adapters, this.#datasetVersion, signal);
      const ports = { sandbox: this.#adapters.sandbox, checks };
      if (this.exercise.mode === 'beat') await this.#attack(sample, code, ports, signal);
      else await this.#test(sample, code, ports, signal);
    } catch (error) {
      if (!signal.aborted) this.#problem = error instanceof Error ? error.message : String(error);
    } finally {
      this.#running = null;
    }
  }

  /** Ends a run of tests that goes on. */
  stop(): void {
    this.#controller?.abort();
  }

  /** Takes what a student says of insecure code; the first answer counts, since it shows the solution. */
  find(id: SampleId, cwe: string, lines: readonly number[]): void {
    if (this.#of(id).answer !== null) return;
    const rising = [...lines].toSorted((a, b) => a - b);
    this.#keep(id, { tries: 1, answer: { kind: 'find', cwe, lines: rising } });
  }

  /** What goes into the link, made at this moment; null while there is no answer. */
  result(): ExerciseResult | null {
    const answers = this.exercise.sampleIds.flatMap((id) => this.answer(id) ?? []);
    if (answers.length === 0) return null;
    const student = this.exercise.asksName ? this.#name.trim() : '';
    const minute = Math.floor(this.#adapters.now() / 60_000);
    return { exercise: this.exercise, student, minute, answers };
  }

  /** Takes everything of this exercise from this device, for one that others use too. */
  forget(): void {
    this.stop();
    this.name = '';
    for (const id of this.exercise.sampleIds) {
      this.#adapters.settings.write(this.#keyOf(id), null);
    }
    this.#works = new Map();
    this.#scores = new Map();
    this.#reports = new Map();
  }

  async #test(sample: Sample, code: string, ports: JudgePorts, signal: AbortSignal): Promise<void> {
    const result = await judgeCode(code, sample, ports, signal);
    if (result.kind === 'no-engine') {
      this.#problem = result.problem;
      return;
    }
    const { verdict } = result.score;
    this.#scores = new Map(this.#scores).set(sample.id, result.score);
    this.#take(sample.id, { kind: 'code', verdict, code }, verdict === 'inconclusive');
  }

  async #attack(
    sample: Sample,
    code: string,
    ports: JudgePorts,
    signal: AbortSignal,
  ): Promise<void> {
    const result = await judgeAttack(code, sample, ports, signal);
    if (result.kind === 'no-engine') {
      this.#problem = result.problem;
      return;
    }
    const { outcome } = result.report;
    this.#reports = new Map(this.#reports).set(sample.id, result.report);
    this.#take(sample.id, { kind: 'attack', outcome, code }, outcome === 'inconclusive');
  }

  /** Counts a try and keeps its answer, unless a better one is there. `ours`: our side could not judge it. */
  #take(id: SampleId, answer: NonNullable<Work['answer']>, ours: boolean): void {
    const before = this.#of(id);
    const solves =
      answer.kind === 'attack'
        ? answer.outcome === 'beaten'
        : answer.kind === 'code' && answer.verdict === 'secure';
    const keepsOld = before.answer !== null && (ours || (this.isSolved(id) && !solves));
    this.#keep(id, {
      tries: before.tries + (ours ? 0 : 1),
      answer: keepsOld ? before.answer : answer,
    });
  }

  #of(id: SampleId): Work {
    return this.#works.get(id) ?? NOTHING;
  }

  #keep(id: SampleId, part: Partial<Work>): void {
    const now = { ...this.#of(id), ...part };
    this.#works = new Map(this.#works).set(id, now);
    this.#adapters.settings.write(this.#keyOf(id), now);
  }

  #keyOf(id: SampleId): string {
    return `${this.#key}.${id}`;
  }
}
