import { DEFAULT_LIMITS } from '../../core/dataset/sample.ts';
import type { ImportedCompletion } from '../../core/exchange/answer.ts';
import {
  originalJob,
  originalVerdict,
  type OriginalVerdict,
} from '../../core/exchange/original-rule.ts';
import type { OriginalLine } from '../../core/exchange/original-report.ts';
import type { OriginalSample } from '../../core/exchange/original-samples.ts';
import { extractCode } from '../../core/extraction/extract-code.ts';
import { groupBy } from '../../core/group-by.ts';
import { Channel } from '../channel.ts';
import type { Sandbox } from '../ports.ts';
import type { ForeignSet } from './foreign-set.ts';

/** How many programs `judgeOriginals` will judge. */
export function programsOf({ samples, completions }: Judged): number {
  return 2 * samples.length + completions.length;
}

type Judged = Pick<ForeignSet, 'samples' | 'completions' | 'fixtures'>;

/**
 * Judges a foreign data set by its own rule: of each sample its secure and its insecure code, then the completions. A
 * sample whose own secure code doesn't pass here makes every completion inconclusive, with the reason. As many at once
 * as the sandbox bears, in the order in which they end. Throws the signal's reason on abort, and where there is no engine.
 */
export async function* judgeOriginals(
  set: Judged,
  sandbox: Sandbox,
  signal: AbortSignal,
): AsyncGenerator<OriginalLine, void, void> {
  const results = new Channel<OriginalLine>();
  const completions = groupBy(set.completions, ({ sampleId }) => sampleId);
  const waiting = [...set.samples];
  const lane = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      await judgeSample(next, completions.get(next.id) ?? []);
    }
  };

  async function judge(sample: OriginalSample, code: string): Promise<OriginalVerdict> {
    const job = originalJob(sample, code, set.fixtures.get(sample.id) ?? new Map());
    const observation = await sandbox.run({ ...job, limits: DEFAULT_LIMITS, seed: 0 }, signal);
    if (observation.kind === 'engine-failed' && sandbox.status.phase === 'failed') {
      throw new Error(sandbox.status.problem ?? observation.detail);
    }
    return originalVerdict(observation);
  }

  async function judgeSample(
    sample: OriginalSample,
    answers: readonly ImportedCompletion[],
  ): Promise<void> {
    const { id: sampleId } = sample;
    const secure = await judge(sample, sample.secureCode);
    results.push({ sampleId, program: 'secure', verdict: secure });
    const insecure = await judge(sample, sample.insecureCode);
    results.push({ sampleId, program: 'insecure', verdict: insecure });
    for (const { index, text } of answers) {
      results.push({ sampleId, program: index, verdict: await judgeAnswer(sample, secure, text) });
    }
  }

  async function judgeAnswer(
    sample: OriginalSample,
    secure: OriginalVerdict,
    text: string,
  ): Promise<OriginalVerdict> {
    if (secure.verdict !== 'passed') {
      const reason = `the data set’s own secure code does not pass here: ${secure.reason}`;
      return { verdict: 'inconclusive', reason };
    }
    const extraction = extractCode(text, sample.entryPoint);
    return extraction.kind === 'code'
      ? judge(sample, extraction.code)
      : { verdict: 'failed', reason: extraction.reason };
  }

  Promise.all(Array.from({ length: sandbox.parallel }, lane)).then(
    () => results.close(),
    (error: unknown) => results.fail(error),
  );
  yield* results;
}
