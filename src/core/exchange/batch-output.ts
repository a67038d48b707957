import * as v from 'valibot';
import type { Unread } from './answer.ts';

/** A model's answer and whether it was cut off. */
export interface BatchAnswer {
  readonly text: string;
  readonly finish: 'stop' | 'length';
}

const refused = v.object({ message: v.string() });

/** One line of a batch's output, as OpenAI's batch API and vLLM's `run-batch` write it. */
const line = v.object({
  response: v.nullish(
    v.object({
      status_code: v.optional(v.number()),
      body: v.nullish(
        v.object({
          error: v.nullish(refused),
          choices: v.optional(
            v.array(
              v.object({
                message: v.object({ content: v.nullish(v.string()) }),
                finish_reason: v.nullish(v.string()),
              }),
            ),
          ),
        }),
      ),
    }),
  ),
  error: v.nullish(v.union([v.string(), refused])),
});

/** The first answer of a line, or in a clause why there is none. Nothing is thrown. */
export function batchAnswer(json: unknown): BatchAnswer | Unread {
  const parsed = v.safeParse(line, json);
  if (!parsed.success) return { problem: 'the line has no `response` with `choices`' };
  const { response, error } = parsed.output;
  const complaint = error ?? response?.body?.error;
  if (complaint) {
    const said = typeof complaint === 'string' ? complaint : complaint.message;
    return { problem: `the request failed: ${said.slice(0, 200)}` };
  }
  const [choice] = response?.body?.choices ?? [];
  if (choice === undefined) {
    return { problem: `the request failed with status ${response?.status_code ?? 'unknown'}` };
  }
  // Models that only called a tool, or only thought, have no content: an empty answer.
  return {
    text: choice.message.content ?? '',
    finish: choice.finish_reason === 'length' ? 'length' : 'stop',
  };
}
