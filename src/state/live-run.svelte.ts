import { SvelteSet } from 'svelte/reactivity';
import { assertNever } from '../core/assert-never.ts';
import type { Dataset, SampleId } from '../core/dataset/sample.ts';
import { paceOf, withAttempt, type Pace } from '../run/pace.ts';
import { patientStore } from '../run/patient-store.ts';
import type { Progress, RunStore, Session } from '../run/ports.ts';
import { provenanceOf, resumedProvenance } from '../run/provenance.ts';
import { runBenchmark } from '../run/run-benchmark.ts';
import type { RunEvent } from '../run/run-event.ts';
import { withRunLock } from '../run/run-lock.ts';
import type { Attempt, Run } from '../run/run.ts';
import type { AttemptSummary } from '../run/attempt-summary.ts';
import { summaryOf } from '../run/attempt-summary.ts';
import { attemptKey } from '../run/slots.ts';
import type { Adapters } from './adapters.ts';
import type { CallsState } from './calls.svelte.ts';
import type { DatasetState } from './dataset.svelte.ts';
import { inBatches } from './in-batches.ts';
import { loadSession } from './load-session.ts';
import type { MessagesState } from './messages.svelte.ts';
import type { ModelShelf } from './model-shelf.svelte.ts';
import { Question } from './question.svelte.ts';
import { RunAttempts } from './run-attempts.svelte.ts';
import { type Writing, WritingState } from './writing.svelte.ts';

/** `resting`: nothing goes on in this tab. `elsewhere`: another tab of this browser runs it. */
export type RunPhase =
  'resting' | 'preparing' | 'loading-model' | 'running' | 'pausing' | 'elsewhere';

/** What a run on the page works with. */
export interface LiveRunDeps {
  readonly adapters: Adapters;
  readonly calls: CallsState;
  readonly data: DatasetState;
  readonly messages: MessagesState;
  readonly shelf: ModelShelf;
}

/** One run on the page: what is stored of it, and what goes on in this tab. */
export class LiveRun {
  readonly #adapters: Adapters;
  readonly #calls: CallsState;
  readonly #data: DatasetState;
  readonly #messages: MessagesState;
  readonly #shelf: ModelShelf;

  #run: Run;
  /** What is stored, without texts, and what is being made. */
  readonly attempts: RunAttempts;
  readonly #scoring = new SvelteSet<string>();
  #phase = $state.raw<RunPhase>('resting');
  #problem = $state.raw<string | null>(null);
  #passedOver = $state.raw(false);
  #modelProgress = $state.raw<Progress | null>(null);
  readonly #writing = new WritingState();
  /** What it waits for the visitor to say. */
  readonly question = new Question();
  #device = $state.raw<string | null>(null);
  #pace = $state.raw<Pace | null>(null);

  #controller: AbortController | null = null;
  #session: Session | null = null;
  #work: Promise<void> = Promise.resolve();
  /** What was done since this session began to work. */
  #clock = { startedAt: 0, work: { attempts: 0, newTokens: 0 } };

  constructor(run: Run, attempts: readonly AttemptSummary[], deps: LiveRunDeps) {
    this.#run = $state.raw(run);
    this.attempts = new RunAttempts(run.plan.sampleIds);
    this.#adapters = deps.adapters;
    this.#calls = deps.calls;
    this.#data = deps.data;
    this.#messages = deps.messages;
    this.#shelf = deps.shelf;
    this.attempts.take(attempts);
  }

  get run(): Run {
    return this.#run;
  }

  /** One attempt with its texts; null where it isn't stored. */
  attempt(sampleId: SampleId, index: number): Promise<Attempt | null> {
    return this.#adapters.store.getAttempt(this.#run.id, sampleId, index);
  }

  /** All of them with their texts. */
  listAttempts(): Promise<readonly Attempt[]> {
    return this.#adapters.store.listAttempts(this.#run.id);
  }

  /** The same some at a time. */
  attemptPages(): AsyncIterable<readonly Attempt[]> {
    return this.#adapters.store.attemptPages(this.#run.id);
  }

  /** Whether the sandbox has an answer now. */
  get scoring(): boolean {
    return this.#scoring.size > 0;
  }

  get phase(): RunPhase {
    return this.#phase;
  }

  /** Why it stopped, and what to do next. */
  get problem(): string | null {
    return this.#problem;
  }

  /** Whether the model had no answer to what is left, when it was last asked. */
  get passedOver(): boolean {
    return this.#passedOver;
  }

  get modelProgress(): Progress | null {
    return this.#modelProgress;
  }

  get writing(): Writing | null {
    return this.#writing.shown;
  }

  /** What the model ran on in this tab, in words; null where that is not known. */
  get device(): string | null {
    return this.#device;
  }

  get done(): number {
    return this.attempts.size;
  }

  get finished(): boolean {
    return this.attempts.size >= this.#run.total;
  }

  /** Whether this tab works on it now. */
  get busy(): boolean {
    return this.#phase !== 'resting' && this.#phase !== 'elsewhere';
  }

  /** Milliseconds until it is done, at the pace of this session; null until that is known. */
  get timeLeft(): number | null {
    return this.#pace === null ? null : this.#pace.msPerAttempt * (this.#run.total - this.done);
  }

  /** How fast this session is; null until that is known. */
  get pace(): Pace | null {
    return this.#pace;
  }

  /** Starts, or goes on where the stored attempts end. Resolves when it rests again. */
  resume(): Promise<void> {
    if (!this.busy && !this.finished) this.#work = this.#guarded();
    return this.#work;
  }

  async #guarded(): Promise<void> {
    const controller = new AbortController();
    this.#controller = controller;
    this.#problem = null;
    this.#passedOver = false;
    this.#phase = 'preparing';
    const { locks } = this.#adapters;
    const work = (): Promise<void> => this.#goOn(controller.signal);
    // Who writes the answers looks at the screen anyway.
    const byHand = this.#run.plan.model.provider === 'manual';
    const letScreenOff = byHand ? undefined : this.#adapters.wakeLock.hold();
    try {
      const result =
        locks === null
          ? { ok: true as const, value: await work() }
          : await withRunLock(this.#run.id, locks, work);
      if (!result.ok) this.#problem = result.message;
      this.#phase = result.ok ? 'resting' : 'elsewhere';
    } catch (error) {
      this.#problem = controller.signal.aborted ? null : sentenceOf(error);
      this.#phase = 'resting';
    } finally {
      this.#controller = null;
      this.#writing.clear();
      this.#modelProgress = null;
      this.#scoring.clear();
      this.attempts.endAll();
      letScreenOff?.();
      if (!byHand && !controller.signal.aborted) this.#callVisitor();
    }
  }

  #callVisitor(): void {
    const { plan, total } = this.#run;
    if (this.finished)
      this.#calls.call('The run is finished', `${plan.model.title}: ${total} attempts.`);
    else if (this.#problem !== null) this.#calls.call('The run has stopped', this.#problem);
  }

  /** Ends the attempt in flight; the model stays loaded for a quick resume. */
  pause(): void {
    if (this.#controller === null) return;
    this.#phase = 'pausing';
    this.#controller.abort();
  }

  /** Pauses and lets go of the model. */
  async stop(): Promise<void> {
    this.pause();
    await this.#work;
    await this.#dropSession();
  }

  /** Takes note whether another tab runs it now. */
  follow(elsewhere: boolean): void {
    if (this.busy) return;
    if (!elsewhere && this.#phase === 'elsewhere') this.#problem = null;
    this.#phase = elsewhere ? 'elsewhere' : 'resting';
  }

  /** Reads what another tab has stored meanwhile. */
  async refresh(): Promise<void> {
    if (this.busy) return;
    const { store } = this.#adapters;
    this.attempts.take(await store.listSummaries(this.#run.id));
    this.#run = (await store.getRun(this.#run.id)) ?? this.#run;
  }

  async #goOn(signal: AbortSignal): Promise<void> {
    // The other tab may have got further before it let go of the run.
    this.attempts.take(await this.#adapters.store.listSummaries(this.#run.id));
    const dataset = await this.#data.load();
    signal.throwIfAborted();
    const session = await this.#loadSession(signal);
    this.#clock = { startedAt: this.#adapters.now(), work: { attempts: 0, newTokens: 0 } };
    this.#phase = 'running';
    const { sandbox, checks, completions, now } = this.#adapters;
    const message = 'The browser’s storage is full: there is no room for the next result.';
    const store = patientStore(this.#adapters.store, () =>
      this.question.ask({ kind: 'room', message }, signal),
    );
    await this.#noteProvenance(session, dataset, store);
    const ports = {
      dataset,
      session,
      sandbox,
      store,
      now,
      ...(checks ? { checks } : {}),
      ...(completions ? { completions } : {}),
    };
    await inBatches(runBenchmark(this.#run, ports, signal), (event) => this.#apply(event));
    this.#run = (await this.#adapters.store.getRun(this.#run.id)) ?? this.#run;
    // A session that failed or is no longer needed holds gigabytes; after a pause it saves the loading.
    if (this.finished || this.#problem !== null) await this.#dropSession();
  }

  /** Writes down where the answers come from; a resumed run keeps what it began with, marked if that changed. */
  async #noteProvenance(session: Session, dataset: Dataset, store: RunStore): Promise<void> {
    const { providers, sandbox, now } = this.#adapters;
    const provider = providers.find(({ id }) => id === this.#run.plan.model.provider);
    const current = await provenanceOf(this.#run.plan, session, dataset, {
      capabilities: provider?.capabilities ?? null,
      sandboxVersion: sandbox.version,
      now: now(),
    });
    const before = this.#run.provenance;
    const provenance = before === undefined ? current : resumedProvenance(before, current);
    if (provenance === before) return;
    this.#run = { ...((await store.getRun(this.#run.id)) ?? this.#run), provenance };
    await store.putRun(this.#run);
  }

  async #loadSession(signal: AbortSignal): Promise<Session> {
    if (this.#session !== null) return this.#session;
    this.#phase = 'loading-model';
    this.#session = await loadSession(this.#run.plan.model, {
      adapters: this.#adapters,
      question: this.question,
      signal,
      onProgress: (progress) => {
        this.#modelProgress = progress;
      },
    });
    this.#modelProgress = null;
    if (this.#session === null) {
      this.pause();
      throw signal.reason;
    }
    this.#device = this.#session.device.adapter ?? null;
    // A model that was downloaded is now one that is here.
    this.#shelf.forgetKept(this.#run.plan.model.provider);
    return this.#session;
  }

  async #dropSession(): Promise<void> {
    const session = this.#session;
    this.#session = null;
    await session?.dispose();
  }

  #apply(event: RunEvent): void {
    switch (event.type) {
      case 'generation-started':
        this.attempts.of(event.sampleId)?.begin(event.index);
        this.#writing.begin(event);
        return;
      case 'generation-text':
        this.#writing.add(event, event.delta);
        return;
      case 'generation-retry':
        this.#writing.begin(event, event.message);
        return;
      case 'generated':
        this.attempts.of(event.sampleId)?.begin(event.index);
        this.#scoring.add(attemptKey(event.sampleId, event.index));
        this.#writing.end(event);
        return;
      case 'skipped':
        this.attempts.of(event.sampleId)?.end(event.index);
        this.#writing.end(event);
        return;
      case 'attempt':
        this.#takeMade(event.attempt);
        return;
      case 'plan-refused':
        this.#problem = event.problems.map(({ message }) => message).join(' ');
        return;
      case 'generation-failed':
      case 'scoring-failed':
      case 'storage-failed':
        this.#problem = event.message;
        return;
      case 'started':
        return;
      case 'paused':
        this.#passedOver = event.reason === 'skipped';
        return;
      case 'finished':
        this.#messages.speak('The run is finished.');
        return;
      default:
        assertNever(event);
    }
  }

  #takeMade(attempt: Attempt): void {
    const { sampleId, index } = attempt;
    this.#scoring.delete(attemptKey(sampleId, index));
    this.attempts.of(sampleId)?.end(index);
    this.attempts.take([summaryOf(attempt)]);
    this.#measurePace(attempt);
  }

  #measurePace(attempt: Attempt): void {
    const { startedAt, work } = this.#clock;
    this.#clock = { startedAt, work: withAttempt(work, attempt) };
    this.#pace = paceOf(this.#clock.work, this.#adapters.now() - startedAt);
    const { total } = this.#run;
    // Every attempt would drown a screen reader; about ten messages a run tell enough.
    if (this.done % Math.max(1, Math.ceil(total / 10)) === 0) {
      this.#messages.speak(`${this.done} of ${total} attempts done.`);
    }
  }
}

function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
