import type { Sample } from '../core/dataset/sample.ts';
import type { RunnableAnswer } from '../core/teach/exercise.ts';
import { Channel } from './channel.ts';
import { judgeAttack, type AttackResult } from './judge-attack.ts';
import { judgeCode, type JudgePorts } from './judge-code.ts';
import type { ScoreResult } from './score-completion.ts';

/** An answer to run, with a key by which its result is known again. */
export interface AnswerToJudge {
  readonly key: string;
  readonly kind: RunnableAnswer['kind'];
  readonly code: string;
  readonly sample: Sample;
}

export type JudgedAnswer = AnswerToJudge & { readonly result: ScoreResult | AttackResult };

/**
 * Judges many, as many at once as the sandbox bears, in the order in which they end. Without an engine it stops
 * after the first `no-engine`. Throws the signal's reason on abort.
 */
export async function* judgeAll(
  answers: readonly AnswerToJudge[],
  ports: JudgePorts,
  signal: AbortSignal,
): AsyncGenerator<JudgedAnswer, void, void> {
  const judged = new Channel<JudgedAnswer>();
  const waiting = [...answers];
  const lane = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const judge = next.kind === 'code' ? judgeCode : judgeAttack;
      const result = await judge(next.code, next.sample, ports, signal);
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
