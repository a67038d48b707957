import * as v from 'valibot';

/** A prompt of a data set without tests, as SecurityEval's `dataset.jsonl` has it. */
export interface ForeignPrompt {
  /** `CWE-020_author_1.py`. */
  readonly id: string;
  readonly prompt: string;
  /** What an insecure answer looks like; empty where there is none. */
  readonly insecureCode: string;
}

const line = v.object({
  ID: v.pipe(v.string(), v.regex(/^[\w.-]{1,100}$/)),
  Prompt: v.string(),
  Insecure_code: v.optional(v.string(), ''),
});

/**
 * Reads prompts line by line, as SecurityEval writes them: `ID`, `Prompt`, `Insecure_code`. Lines that don't fit are
 * named by their number, counted from 1, and skipped; of several with the same id the first counts. Null where the
 * first line is none of these: then the text is something else.
 */
export function parsePromptLines(
  text: string,
): { readonly prompts: readonly ForeignPrompt[]; readonly skipped: readonly string[] } | null {
  const prompts = new Map<string, ForeignPrompt>();
  const skipped: string[] = [];
  let first = true;
  for (const [at, each] of text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .entries()) {
    if (each.trim() === '') continue;
    const parsed = v.safeParse(line, jsonOf(each));
    if (!parsed.success) {
      if (first) return null;
      skipped.push(`line ${at + 1}: ${v.getDotPath(parsed.issues[0]) ?? 'it'} does not fit`);
      continue;
    }
    first = false;
    const { ID: id, Prompt: prompt, Insecure_code: insecureCode } = parsed.output;
    if (prompts.has(id)) skipped.push(`line ${at + 1}: the id ${id} comes twice`);
    else prompts.set(id, { id, prompt, insecureCode });
  }
  return first ? null : { prompts: [...prompts.values()], skipped };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
