import type { Sample } from '../core/dataset/sample.ts';
import type { Extraction } from '../core/extraction/extraction.ts';
import { deriveSeed } from '../core/random/derive-seed.ts';
import { Channel } from './channel.ts';
import type { Sandbox } from './ports.ts';
import { scoreExtraction, type ScoreResult } from './score-completion.ts';
import type { SelfChecks } from './self-check.ts';

/* Code that was written by hand, judged outside of a run: by a student, and again by whoever got the link. */

export interface JudgePorts {
  readonly sandbox: Sandbox;
  readonly checks: SelfChecks;
}

/** Everybody's tests are seeded alike, so that code gets the verdict again that its author saw. */
const SEED = 1;

/** Judges code as it stands. Rejects with the signal's reason on abort. */
export async function judgeCode(
  code: string,
  sample: Sample,
  { sandbox, checks }: JudgePorts,
  signal: AbortSignal,
): Promise<ScoreResult> {
  const extraction: Extraction =
    code.trim() === ''
      ? { kind: 'no-code', reason: 'empty' }
      : { kind: 'code', code, rule: 'whole-text' };
  const seed = deriveSeed(SEED, sample.id, 0);
  const check = await checks.of(sample);
  return scoreExtraction(extraction, sample, sandbox, { seed, signal, check });
}

/** A piece of code to judge, with a key by which its result is known again. */
export interface CodeToJudge {
  readonly key: string;
  readonly code: string;
  readonly sample: Sample;
}

export type JudgedCode = CodeToJudge & { readonly result: ScoreResult };

/**
 * Judges many, as many at once as the sandbox bears, in the order in which they end. Without an engine it stops
 * after the first `no-engine`. Throws the signal's reason on abort.
 */
export async function* judgeAll(
  codes: readonly CodeToJudge[],
  ports: JudgePorts,
  signal: AbortSignal,
): AsyncGenerator<JudgedCode, void, void> {
  const judged = new Channel<JudgedCode>();
  const waiting = [...codes];
  const lane = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const result = await judgeCode(next.code, next.sample, ports, signal);
      judged.push({ ...next, result });
      if (result.kind === 'no-engine') waiting.length = 0;
    }
  };
  Promise.all(Array.from({ length: ports.sandbox.parallel }, lane)).then(
    () => judged.close(),
    (error: unknown) => judged.fail(error),
  );
  yield* judged;
}
