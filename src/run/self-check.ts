import type { Limits, Sample, SampleId } from '../core/dataset/sample.ts';
import { failuresOf, type FailedTest } from '../core/prompts/feedback.ts';
import type { Observation } from '../core/verdicts/observation.ts';
import { verdictOf } from '../core/verdicts/verdict-of.ts';
import type { Verdict } from '../core/verdicts/verdict.ts';
import type { Sandbox, SandboxJob, SelfCheckStore } from './ports.ts';

/** How a sample's reference solutions were judged in this browser. */
export interface SelfCheck {
  /** Data set, engine and sample, so that a new version of either is checked again. */
  readonly key: string;
  readonly sampleId: SampleId;
  /** Why the sample can't be judged here; null where its references were judged as they should be. */
  readonly problem: string | null;
  /** Milliseconds of the slowest test of the secure solution. */
  readonly slowestMs: number;
  /** What failed when the insecure code was tested: what the strategy `test-feedback` tells the model. */
  readonly insecureFailures: readonly FailedTest[];
  /** Milliseconds since 1970. */
  readonly checkedAt: number;
}

/** The part that is stored with each attempt. */
export type AttemptCheck = Pick<SelfCheck, 'problem' | 'slowestMs' | 'checkedAt'>;

/** A test may take this many times as long as the secure solution's slowest one did here. */
const SLACK = 5;

/**
 * The reference solutions of samples, run in this browser before anything else is judged by their tests:
 * the secure one must pass them all, the insecure one must work and be exploited. A sample is checked once
 * per data set and engine; `store` remembers it.
 */
export class SelfChecks {
  readonly #sandbox: Sandbox;
  readonly #store: SelfCheckStore | null;
  readonly #datasetVersion: string;
  readonly #now: () => number;
  readonly #signal: AbortSignal;
  readonly #running = new Map<SampleId, Promise<SelfCheck>>();

  constructor(
    ports: { readonly sandbox: Sandbox; readonly checks?: SelfCheckStore; now(): number },
    datasetVersion: string,
    signal: AbortSignal,
  ) {
    this.#sandbox = ports.sandbox;
    this.#store = ports.checks ?? null;
    this.#datasetVersion = datasetVersion;
    this.#now = () => ports.now();
    this.#signal = signal;
  }

  /** The check of a sample; starts it on the first call. Rejects with the signal's reason on abort. */
  of(sample: Sample): Promise<SelfCheck> {
    const known = this.#running.get(sample.id);
    if (known !== undefined) return known;
    const check = this.#lookUpOrRun(sample);
    check.catch(() => undefined); // whoever awaits it sees it
    this.#running.set(sample.id, check);
    return check;
  }

  async #lookUpOrRun(sample: Sample): Promise<SelfCheck> {
    const key = `${this.#datasetVersion} ${this.#sandbox.version} ${sample.id}`;
    const stored = (await this.#store?.getSelfCheck(key)) ?? null;
    if (stored !== null) return stored;
    const secure = await this.#judge(sample, sample.secureCode, 'secure');
    const insecure = await this.#judge(sample, sample.insecureCode, 'vulnerable');
    const problem = secure.problem ?? insecure.problem;
    const check: SelfCheck = {
      key,
      sampleId: sample.id,
      problem,
      slowestMs: slowestOf(secure.observation),
      insecureFailures: failuresOf(
        codeOf(sample.insecureCode),
        insecure.observation,
        sample.testInfos,
      ),
      checkedAt: this.#now(),
    };
    // What failed may have failed for a moment only: it is checked again in the next run.
    if (problem === null) await this.#store?.putSelfCheck(check);
    return check;
  }

  /** Runs a reference, a second time if its verdict is not the expected one. */
  async #judge(
    sample: Sample,
    code: string,
    expected: Verdict,
  ): Promise<{ observation: Observation; problem: string | null }> {
    const run = () => this.#sandbox.run(jobOf(sample, code, sample.limits, 1), this.#signal);
    const verdict = (of: Observation): Verdict => verdictOf(codeOf(code), of);
    let observation = await run();
    if (verdict(observation) !== expected) observation = await run();
    const seen = verdict(observation);
    if (seen === expected) return { observation, problem: null };
    const which = expected === 'secure' ? 'secure' : 'insecure';
    return {
      observation,
      problem: `its ${which} reference solution is judged “${seen}” in this browser`,
    };
  }
}

/** What the sandbox needs to run code against a sample's tests. */
export function jobOf(sample: Sample, code: string, limits: Limits, seed: number): SandboxJob {
  const { entryPoint, tests, testInfos } = sample;
  return { code, entryPoint, tests, testInfos, limits, seed };
}

/** A sample's limits, longer where its secure solution needed long on this device. */
export function limitsAfter(check: SelfCheck | null, limits: Limits): Limits {
  if (check === null) return limits;
  return { ...limits, testMs: Math.max(limits.testMs, Math.ceil(SLACK * check.slowestMs)) };
}

function codeOf(code: string) {
  return { kind: 'code', code, rule: 'whole-text' } as const;
}

function slowestOf(observation: Observation): number {
  return observation.kind === 'tested'
    ? Math.max(0, ...observation.outcomes.map(({ ms }) => ms))
    : 0;
}
