import * as v from 'valibot';
import { unknownSample, type ImportedCompletion, type Unread } from './answer.ts';
import type { SampleIds } from './slot-names.ts';

/** What is needed of an exported run to answer once more as it did. */
const exported = v.object({
  format: v.literal('codeseceval-run'),
  attempts: v.array(
    v.object({
      sampleId: v.string(),
      index: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
      completion: v.object({ text: v.string(), finish: v.picklist(['stop', 'length']) }),
    }),
  ),
});

/** The answers of an exported run, or why the text is none. Nothing is thrown. */
export function parseRunAnswers(
  text: string,
  ids: SampleIds,
):
  | { readonly ok: true; readonly answers: readonly (ImportedCompletion | Unread)[] }
  | { readonly ok: false; readonly problem: string } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { ok: false, problem: 'the file is not JSON, or it is cut off' };
  }
  const parsed = v.safeParse(exported, json);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    return { ok: false, problem: `the file is damaged at ${v.getDotPath(issue) ?? 'its root'}` };
  }
  return {
    ok: true,
    answers: parsed.output.attempts.map(({ sampleId: spelled, index, completion }) => {
      const sampleId = ids.find(spelled);
      if (sampleId === null) return unknownSample(spelled);
      const { text: answer, finish } = completion;
      return { sampleId, index, text: answer, ...(finish === 'length' ? { finish } : {}) };
    }),
  };
}
