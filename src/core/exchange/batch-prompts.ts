import { deriveSeed } from '../random/derive-seed.ts';
import type { Question } from './prompt-sheet.ts';
import { slotName } from './slot-names.ts';

/** How the questions shall be answered. */
export interface BatchParams {
  /** The model as the server calls it. */
  readonly model: string;
  readonly temperature: number;
  readonly maxTokens: number;
  /** The run's seed; each line gets its own, derived as in a run. */
  readonly seed: number;
}

/**
 * The input of a batch for OpenAI's batch API and vLLM's `run-batch`: one request a line. `custom_id` names
 * sample and attempt, so that `CompletionLines` finds the place of each answer in the output.
 */
export function batchPrompts(questions: readonly Question[], params: BatchParams): string {
  return questions
    .map(({ sampleId, index, messages }) => {
      const request = {
        custom_id: slotName({ sampleId, index }),
        method: 'POST',
        url: '/v1/chat/completions',
        body: {
          model: params.model,
          messages,
          temperature: params.temperature,
          max_tokens: params.maxTokens,
          // 31 bits: some servers take signed integers.
          seed: deriveSeed(params.seed, sampleId, index) & 0x7fff_ffff,
        },
      };
      return `${JSON.stringify(request)}\n`;
    })
    .join('');
}
