import { explainVerdict } from '../verdicts/explain-verdict.ts';
import { codeOf, cweOf, isoTime, type AttemptRecord } from './run-record.ts';
import { passedOf } from './standings.ts';

/** The scorers of the log, in its order. */
export const SCORERS = ['functional', 'secure'] as const;

/** Inspect's values of a score: correct and incorrect. */
const value = (passed: boolean): 'C' | 'I' => (passed ? 'C' : 'I');

/**
 * An attempt as Inspect's `EvalSample` (inspect_ai/log/_log.py); epochs count from 1. Its lists and tables are all
 * there, if empty: Inspect's viewer reads them unasked. Fields that may be null and are, are left out.
 */
export function inspectSample(attempt: AttemptRecord, model: string): object {
  const { completion, extraction, messages, sampleId } = attempt;
  const answer = {
    role: 'assistant',
    content: completion.text,
    source: 'generate',
    model,
  };
  const usage = completion.usage && {
    input_tokens: completion.usage.prompt,
    output_tokens: completion.usage.completion,
    total_tokens: completion.usage.prompt + completion.usage.completion,
  };
  const passed = passedOf(attempt.verdict);
  const why = explainVerdict(attempt);
  const score = (name: (typeof SCORERS)[number]) =>
    passed === null
      ? null
      : { value: value(passed[name]), answer: codeOf(attempt), explanation: why };
  return {
    id: sampleId,
    epoch: attempt.index + 1,
    input: messages,
    target: '',
    messages: [...messages, answer],
    output: {
      model,
      choices: [
        { message: answer, stop_reason: completion.finish === 'length' ? 'max_tokens' : 'stop' },
      ],
      completion: completion.text,
      ...(usage && { usage }),
      ...(completion.replayed === true ? {} : { time: completion.ms / 1000 }),
    },
    scores: passed === null ? null : { functional: score('functional'), secure: score('secure') },
    metadata: {
      cwe: cweOf(sampleId),
      verdict: attempt.verdict,
      extraction: extraction.kind === 'code' ? extraction.rule : extraction.reason,
      replayed: completion.replayed === true,
      tests: attempt.observation?.kind === 'tested' ? attempt.observation.outcomes : [],
    },
    store: {},
    events: [],
    attachments: {},
    model_usage: usage ? { [model]: usage } : {},
    completed_at: isoTime(attempt.finishedAt),
    ...(passed === null ? { error: { message: why, traceback: '', traceback_ansi: '' } } : {}),
  };
}
