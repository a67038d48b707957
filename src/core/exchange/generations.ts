import type { SampleId } from '../dataset/sample.ts';
import type { ImportedCompletion } from './answer.ts';

/**
 * Reads the generations file of the bigcode evaluation harness: a JSON list with one list of texts a task, in
 * the order in which the tasks were asked.
 *
 * @param sampleIds the samples in that order: the order of the exported prompts
 * @returns the completions, or what is wrong with the text; nothing is thrown
 */
export function parseGenerations(
  text: string,
  sampleIds: readonly SampleId[],
):
  | { readonly ok: true; readonly completions: readonly ImportedCompletion[] }
  | { readonly ok: false; readonly problem: string } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { ok: false, problem: 'the file is not JSON, or it is cut off' };
  }
  if (!Array.isArray(json)) {
    return { ok: false, problem: 'the file is not a list of lists of texts' };
  }
  if (json.length !== sampleIds.length) {
    return {
      ok: false,
      problem: `the file has answers to ${json.length} tasks, the data set has ${sampleIds.length} samples: which is which can’t be told; use samples.jsonl with a task_id instead`,
    };
  }
  const completions: ImportedCompletion[] = [];
  for (const [position, texts] of json.entries() as ArrayIterator<[number, unknown]>) {
    const sampleId = sampleIds[position] ?? '';
    if (!Array.isArray(texts) || texts.some((each) => typeof each !== 'string')) {
      return { ok: false, problem: `entry ${position + 1} is not a list of texts` };
    }
    for (const [index, each] of (texts as string[]).entries()) {
      completions.push({ sampleId, index, text: each });
    }
  }
  return { ok: true, completions };
}
