import type { Dataset, Sample, SampleId } from '../core/dataset/sample.ts';
import { EXTRACTION_VERSION } from '../core/extraction/extraction.ts';
import { failuresOf } from '../core/prompts/feedback.ts';
import { strategyOf } from '../core/prompts/index.ts';
import type { Message, Strategy } from '../core/prompts/strategy.ts';
import { deriveSeed } from '../core/random/derive-seed.ts';
import { Channel } from './channel.ts';
import { type Answer, Generator } from './generator.ts';
import { Lanes } from './lanes.ts';
import { validatePlan } from './plan.ts';
import type { CompletionCache, RunStore, Sandbox, SelfCheckStore, Session } from './ports.ts';
import { StorageError } from './ports.ts';
import type { RunEnd, RunEvent } from './run-event.ts';
import type { Attempt, Round, Run } from './run.ts';
import { scoreCompletion } from './score-completion.ts';
import { SelfChecks } from './self-check.ts';
import type { Sleep } from './sleep.ts';
import type { Slot } from './slots.ts';
import { missingSlots } from './slots.ts';

/** What a run needs from outside. */
export interface RunPorts {
  readonly dataset: Dataset;
  readonly session: Session;
  readonly sandbox: Sandbox;
  /** Has the run already (`putRun`). */
  readonly store: RunStore;
  /** Remembers which samples were checked in this browser; without it each run checks them anew. */
  readonly checks?: SelfCheckStore;
  /** Answers of earlier runs; without it every answer is generated. */
  readonly completions?: CompletionCache;
  /** Milliseconds since 1970. */
  now(): number;
  /** How the waits between retries are made; by default with real time. */
  readonly sleep?: Sleep;
}

/**
 * Answers that may wait for their score, for each worker of the sandbox. Some take a hundred times as long to judge
 * as others: with a short queue a model that is as fast as the judging stands still every other moment (docs/models.md).
 */
const QUEUE_PER_WORKER = 8;

/**
 * Fills the missing attempts of a stored run: messages → completion → extraction → observation → verdict →
 * store. What is stored already is not run again, so resuming is calling this once more. While answers are
 * scored the next ones are generated, as many at once as the session bears; a bounded number of answers waits for
 * its score.
 *
 * Never throws for what models, sandbox or store do: the last event says how it ended. An abort, and leaving
 * the loop early, stop the model and the sandbox; only what was not stored yet is lost.
 */
export async function* runBenchmark(
  run: Run,
  ports: RunPorts,
  signal: AbortSignal,
): AsyncGenerator<RunEvent, void, void> {
  const problems = validatePlan(run.plan, ports.dataset);
  const strategy = strategyOf(run.plan);
  if (problems.length > 0 || strategy === null) {
    yield { type: 'plan-refused', problems };
    return;
  }
  const events = new Channel<RunEvent>();
  const pipeline = new Pipeline(run, strategy, ports, (event) => events.push(event));
  const ended = pipeline.work(signal).then(
    (end) => {
      events.push(end);
      events.close();
    },
    (bug: unknown) => events.fail(bug),
  );
  try {
    yield* events;
  } finally {
    pipeline.halt({ type: 'paused', reason: 'aborted' });
    await ended;
  }
}

/** One pass over the missing slots of a run. */
class Pipeline {
  readonly #run: Run;
  readonly #strategy: Strategy;
  readonly #ports: RunPorts;
  readonly #emit: (event: RunEvent) => void;
  readonly #samples: ReadonlyMap<SampleId, Sample>;
  readonly #stop = new AbortController();
  readonly #generator: Generator;
  readonly #checks: SelfChecks | null;
  readonly #generations: Lanes;
  readonly #scorings: Lanes;
  /** Attempts from their first question to their storing. */
  readonly #inFlight = new Set<Promise<void>>();
  /** How many of them wait for their first answer. */
  #asking = 0;
  /** Lets the next slot begin, where it may. */
  #wake: () => void = () => undefined;
  #end: RunEnd | null = null;
  #skipped = false;
  /** What was thrown and is no outcome; `work` throws it on. */
  #bug: { readonly error: unknown } | null = null;
  #done = 0;

  constructor(run: Run, strategy: Strategy, ports: RunPorts, emit: (event: RunEvent) => void) {
    this.#run = run;
    this.#strategy = strategy;
    this.#ports = ports;
    this.#emit = emit;
    this.#samples = new Map(ports.dataset.samples.map((sample) => [sample.id, sample]));
    this.#generations = new Lanes(ports.session.parallel ?? 1);
    this.#scorings = new Lanes(ports.sandbox.parallel);
    this.#generator = new Generator(run, ports, emit, this.#stop.signal);
    // Running the references is the check itself.
    this.#checks = ports.session.answersAreReferences
      ? null
      : new SelfChecks(ports, run.plan.datasetVersion, this.#stop.signal);
  }

  /** Ends the work; the first reason given is the one that counts. */
  halt(end: RunEnd): void {
    this.#end ??= end;
    this.#stop.abort(new DOMException('The run was stopped.', 'AbortError'));
  }

  async work(signal: AbortSignal): Promise<RunEnd> {
    const pause = () => this.halt({ type: 'paused', reason: 'aborted' });
    if (signal.aborted) pause();
    signal.addEventListener('abort', pause, { once: true });
    try {
      return await this.#workThrough();
    } catch (error) {
      this.#stop.abort();
      if (error instanceof StorageError) return storageFailed(error);
      throw error;
    } finally {
      signal.removeEventListener('abort', pause);
      await Promise.allSettled(this.#inFlight);
    }
  }

  async #workThrough(): Promise<RunEnd> {
    const { sandbox, session, store } = this.#ports;
    const { plan, id, total } = this.#run;
    const missing = missingSlots(plan, await store.listSummaries(id));
    this.#done = total - missing.length;
    this.#emit({ type: 'started', done: this.#done, total });

    const few = (session.parallel ?? 1) + sandbox.parallel;
    const most = (session.parallel ?? 1) + QUEUE_PER_WORKER * sandbox.parallel;
    for (const slot of missing) {
      while (this.#inFlight.size >= most || this.#asking >= few) {
        await new Promise<void>((resolve) => (this.#wake = resolve));
      }
      if (this.#end !== null || this.#stop.signal.aborted) break;
      // With nothing to judge yet the sandbox checks samples ahead; else it would keep answers waiting.
      if (this.#inFlight.size < few) void this.#checks?.of(this.#sampleOf(slot));
      const attempt = this.#attempt(slot).finally(() => {
        this.#inFlight.delete(attempt);
        this.#wake();
      });
      this.#inFlight.add(attempt);
    }
    await Promise.all(this.#inFlight);
    if (this.#bug !== null) throw this.#bug.error;
    if (this.#end !== null) return this.#end;
    return this.#skipped ? { type: 'paused', reason: 'skipped' } : { type: 'finished' };
  }

  /** One attempt with all of its rounds. Never rejects. */
  async #attempt(slot: Slot): Promise<void> {
    let asking = true;
    const answered = (): void => {
      if (!asking) return;
      asking = false;
      this.#asking -= 1;
      this.#wake();
    };
    this.#asking += 1;
    try {
      const attempt = await this.#fill(slot, answered);
      if (attempt === null) return;
      await this.#ports.store.putAttempt(attempt);
      this.#done += 1;
      this.#emit({ type: 'attempt', attempt, done: this.#done, total: this.#run.total });
    } catch (error) {
      if (error instanceof StorageError) this.halt(storageFailed(error));
      else if (!this.#stop.signal.aborted) {
        this.#bug ??= { error };
        this.#stop.abort();
      }
    } finally {
      answered();
    }
  }

  /** Null where no attempt came of it. */
  async #fill(slot: Slot, answered: () => void): Promise<Attempt | null> {
    const { plan } = this.#run;
    const sample = this.#sampleOf(slot);
    const seesInsecure = this.#strategy.sees === 'insecure-code';
    let messages = this.#strategy.messages(sample, {
      samples: this.#ports.dataset.samples,
      seed: plan.seed,
      insecureFailures: seesInsecure
        ? ((await this.#checks?.of(sample))?.insecureFailures ?? [])
        : [],
    });
    const earlier: Round[] = [];
    for (;;) {
      const round = await this.#round(slot, sample, messages, earlier.length, answered);
      if (round === null) return null;
      const next = earlier.length < (plan.rounds ?? 0) ? this.#followUp(sample, round) : null;
      if (next === null) {
        const check = (await this.#checks?.of(sample)) ?? null;
        return {
          runId: this.#run.id,
          ...slot,
          ...round,
          ...(earlier.length > 0 ? { earlier } : {}),
          ...(check === null
            ? {}
            : {
                selfCheck: {
                  problem: check.problem,
                  slowestMs: check.slowestMs,
                  checkedAt: check.checkedAt,
                },
              }),
          extractionVersion: EXTRACTION_VERSION,
          finishedAt: this.#ports.now(),
        };
      }
      earlier.push(round);
      messages = next;
    }
  }

  /** One question, its answer and the answer's score; null where the run ends or the answer was skipped. */
  async #round(
    slot: Slot,
    sample: Sample,
    messages: readonly Message[],
    number: number,
    answered: () => void,
  ): Promise<Round | null> {
    const answer = await this.#generations.use(async (): Promise<Answer | null> => {
      if (this.#end !== null || this.#stop.signal.aborted) return null;
      const given = await this.#generator.ask(slot, messages, number);
      // Not `halt`: the answers that are there already are still scored and stored.
      if (given.kind === 'failed') this.#end ??= given.end;
      return given;
    });
    answered();
    switch (answer?.kind) {
      case undefined:
      case 'aborted':
      case 'failed':
        return null;
      case 'skipped':
        this.#skipped = true;
        return null;
      case 'completion': {
        const { completion } = answer;
        const result = await this.#scorings.use(async () =>
          scoreCompletion(completion.text, sample, this.#ports.sandbox, {
            seed: deriveSeed(this.#run.plan.seed, slot.sampleId, slot.index),
            signal: this.#stop.signal,
            check: (await this.#checks?.of(sample)) ?? null,
          }),
        );
        if (result.kind === 'score') return { messages, completion, ...result.score };
        this.halt({ type: 'scoring-failed', message: result.problem });
        return null;
      }
    }
  }

  /** The next question; null where nothing failed, or the strategy asks once only. */
  #followUp(sample: Sample, round: Round): readonly Message[] | null {
    if (this.#strategy.followUp === undefined) return null;
    const failures = failuresOf(round.extraction, round.observation, sample.testInfos);
    if (failures.length === 0) return null;
    return [
      ...round.messages,
      { role: 'assistant', content: round.completion.text },
      { role: 'user', content: this.#strategy.followUp(sample, failures) },
    ];
  }

  #sampleOf(slot: Slot): Sample {
    const sample = this.#samples.get(slot.sampleId);
    if (sample === undefined) throw new Error(`${slot.sampleId} passed validation unknown`);
    return sample;
  }
}

function storageFailed(error: StorageError): RunEnd {
  return { type: 'storage-failed', message: error.message };
}
