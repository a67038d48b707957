import { codeOf, inOrder, type AttemptRecord } from './run-record.ts';

/**
 * `samples.jsonl` for HumanEval and EvalPlus: one JSON object a line. `completion` is the answer as it came,
 * `solution` the code found in it, empty where there is none; the attempts of a sample stand one after the
 * other. `CompletionLines` reads it back.
 */
export function samplesJsonl(attempts: readonly AttemptRecord[]): string {
  return inOrder(attempts)
    .map((attempt) => {
      const { sampleId, completion } = attempt;
      const line = { task_id: sampleId, completion: completion.text, solution: codeOf(attempt) };
      return `${JSON.stringify(line)}\n`;
    })
    .join('');
}
