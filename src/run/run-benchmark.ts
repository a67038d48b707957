import type { Dataset, Sample, SampleId } from '../core/dataset/sample.ts';
import { EXTRACTION_VERSION } from '../core/extraction/extraction.ts';
import { findStrategy } from '../core/prompts/index.ts';
import type { Message, Strategy } from '../core/prompts/strategy.ts';
import { deriveSeed } from '../core/random/derive-seed.ts';
import { Channel } from './channel.ts';
import { generateCompletion } from './generate-completion.ts';
import { validatePlan } from './plan.ts';
import type { RunStore, Sandbox, Session } from './ports.ts';
import { StorageError } from './ports.ts';
import type { RunEnd, RunEvent } from './run-event.ts';
import type { Completion, Run } from './run.ts';
import { scoreCompletion } from './score-completion.ts';
import type { Sleep } from './sleep.ts';
import { sleep } from './sleep.ts';
import type { Slot } from './slots.ts';
import { missingSlots } from './slots.ts';

/** What a run needs from outside. */
export interface RunPorts {
  readonly dataset: Dataset;
  readonly session: Session;
  readonly sandbox: Sandbox;
  /** Has the run already (`putRun`). */
  readonly store: RunStore;
  /** Milliseconds since 1970. */
  now(): number;
  /** How the waits between retries are made; by default with real time. */
  readonly sleep?: Sleep;
}

/**
 * Fills the missing attempts of a stored run: messages → completion → extraction → observation → verdict →
 * store. What is stored already is not run again, so resuming is calling this once more. While answers are
 * scored the next one is generated; at most `sandbox.parallel` answers wait for their score.
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
  const strategy = findStrategy(run.plan.task, run.plan.strategy);
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
  readonly #scoring = new Set<Promise<void>>();
  readonly #stop = new AbortController();
  #end: RunEnd | null = null;
  /** What was thrown while an answer was scored and is no outcome; `work` throws it on. */
  #bug: { readonly error: unknown } | null = null;
  #done = 0;

  constructor(run: Run, strategy: Strategy, ports: RunPorts, emit: (event: RunEvent) => void) {
    this.#run = run;
    this.#strategy = strategy;
    this.#ports = ports;
    this.#emit = emit;
    this.#samples = new Map(ports.dataset.samples.map((sample) => [sample.id, sample]));
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
      await Promise.allSettled(this.#scoring);
    }
  }

  async #workThrough(): Promise<RunEnd> {
    const { plan, id, total } = this.#run;
    const stored = await this.#ports.store.listAttempts(id);
    const missing = missingSlots(plan, stored);
    this.#done = total - missing.length;
    this.#emit({ type: 'started', done: this.#done, total });

    let skipped = false;
    for (const slot of missing) {
      await this.#scoringBelow(this.#ports.sandbox.parallel + 1);
      if (this.#end !== null || this.#stop.signal.aborted) break;
      const result = await this.#generate(slot);
      if (result === 'skipped') {
        skipped = true;
        continue;
      }
      if (result === 'ended') break;
      await this.#scoringBelow(this.#ports.sandbox.parallel);
      if (this.#stop.signal.aborted) break;
      this.#startScoring(slot, result.messages, result.completion);
    }
    await this.#scoringBelow(1);
    if (this.#bug !== null) throw this.#bug.error;
    if (this.#end !== null) return this.#end;
    return skipped ? { type: 'paused', reason: 'skipped' } : { type: 'finished' };
  }

  async #generate(
    slot: Slot,
  ): Promise<{ messages: readonly Message[]; completion: Completion } | 'skipped' | 'ended'> {
    const { plan } = this.#run;
    const sample = this.#sampleOf(slot);
    const messages = this.#strategy.messages(sample);
    this.#emit({ type: 'generation-started', ...slot, messages });
    const result = await generateCompletion(
      this.#ports.session,
      {
        messages,
        temperature: plan.temperature,
        maxTokens: plan.maxTokens,
        seed: this.#seedOf(slot),
        subject: { task: plan.task, sampleId: slot.sampleId, attemptIndex: slot.index },
        signal: this.#stop.signal,
      },
      {
        now: this.#ports.now,
        sleep: this.#ports.sleep ?? sleep,
        onText: (delta) => this.#emit({ type: 'generation-text', ...slot, delta }),
        onRetry: (failure) => this.#emit({ type: 'generation-retry', ...slot, ...failure }),
      },
    );
    switch (result.kind) {
      case 'completion':
        this.#emit({ type: 'generated', ...slot, completion: result.completion });
        return { messages, completion: result.completion };
      case 'skipped':
        this.#emit({ type: 'skipped', ...slot });
        return 'skipped';
      case 'failed':
        // Not `halt`: the answers that are there already are still scored and stored.
        this.#end ??= {
          type: 'generation-failed',
          ...slot,
          code: result.code,
          message: result.message,
        };
        return 'ended';
      case 'aborted':
        return 'ended';
    }
  }

  #startScoring(slot: Slot, messages: readonly Message[], completion: Completion): void {
    const job = this.#score(slot, messages, completion).finally(() => this.#scoring.delete(job));
    this.#scoring.add(job);
  }

  async #score(slot: Slot, messages: readonly Message[], completion: Completion): Promise<void> {
    const { sandbox, store, now } = this.#ports;
    const { signal } = this.#stop;
    try {
      const result = await scoreCompletion(completion.text, this.#sampleOf(slot), sandbox, {
        seed: this.#seedOf(slot),
        signal,
      });
      if (result.kind === 'no-engine') {
        this.halt({ type: 'scoring-failed', message: result.problem });
        return;
      }
      const attempt = {
        runId: this.#run.id,
        ...slot,
        messages,
        completion,
        extractionVersion: EXTRACTION_VERSION,
        ...result.score,
        finishedAt: now(),
      };
      await store.putAttempt(attempt);
      this.#done += 1;
      this.#emit({ type: 'attempt', attempt, done: this.#done, total: this.#run.total });
    } catch (error) {
      if (error instanceof StorageError) this.halt(storageFailed(error));
      else if (!signal.aborted) {
        this.#bug = { error };
        this.#stop.abort();
      }
    }
  }

  /** Waits until fewer than `limit` answers are being scored. */
  async #scoringBelow(limit: number): Promise<void> {
    while (this.#scoring.size >= limit) await Promise.race(this.#scoring);
  }

  #sampleOf(slot: Slot): Sample {
    const sample = this.#samples.get(slot.sampleId);
    if (sample === undefined) throw new Error(`${slot.sampleId} passed validation unknown`);
    return sample;
  }

  #seedOf(slot: Slot): number {
    return deriveSeed(this.#run.plan.seed, slot.sampleId, slot.index);
  }
}

function storageFailed(error: StorageError): RunEnd {
  return { type: 'storage-failed', message: error.message };
}
