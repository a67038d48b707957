import * as v from 'valibot';

/** A sample of the original CodeSecEval data set, as its files have it. */
export interface OriginalSample {
  /** `CWE-193_author_1`: CWE id, where it comes from, number. */
  readonly id: string;
  readonly problem: string;
  readonly insecureCode: string;
  readonly secureCode: string;
  /** Source of a function `check(candidate)`. */
  readonly test: string;
  readonly entryPoint: string;
  /** The problem with a warning; null where there are no annotations. */
  readonly vulnerabilityAwareProblem: string | null;
  readonly insecureCodeExplanation: string | null;
}

const id = v.pipe(v.string(), v.regex(/^[\w.-]{1,100}$/));

const item = v.object({
  ID: id,
  Problem: v.string(),
  'Insecure Code': v.string(),
  'Secure Code': v.string(),
  Test: v.string(),
  Entry_Point: v.pipe(v.string(), v.regex(/^[A-Za-z_]\w*$/)),
});

const annotation = v.object({
  ID: id,
  'Vulnerability-aware Information': v.string(),
  'Insecure Code Explanation': v.string(),
});

export type OriginalReading =
  | {
      readonly ok: true;
      readonly samples: readonly OriginalSample[];
      /** What could not be read, in sentences; the rest is. */
      readonly skipped: readonly string[];
    }
  | { readonly ok: false; readonly problem: string };

/**
 * Reads the data set of the CodeSecEval paper: a JSON list with `ID`, `Problem`, `Insecure Code`, `Secure Code`,
 * `Test` and `Entry_Point`, and, where it is given, the list of annotations. Items that don't fit are named and
 * skipped; nothing is thrown.
 */
export function parseOriginalSamples(text: string, annotations: string | null): OriginalReading {
  const items = listOf(text);
  if (items === null) return { ok: false, problem: 'The data set is not a JSON list.' };
  const notes = annotations === null ? [] : listOf(annotations);
  if (notes === null) return { ok: false, problem: 'The annotations are not a JSON list.' };
  const skipped: string[] = [];
  const noted = new Map(readAll(notes, annotation, 'annotation', skipped));
  const samples = readAll(items, item, 'item', skipped).map(([sampleId, read]) => {
    const note = noted.get(sampleId);
    return {
      id: sampleId,
      problem: read.Problem,
      insecureCode: read['Insecure Code'],
      secureCode: read['Secure Code'],
      test: read.Test,
      entryPoint: read.Entry_Point,
      vulnerabilityAwareProblem: note?.['Vulnerability-aware Information'] ?? null,
      insecureCodeExplanation: note?.['Insecure Code Explanation'] ?? null,
    };
  });
  return { ok: true, samples, skipped };
}

function listOf(text: string): readonly unknown[] | null {
  try {
    const json: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return Array.isArray(json) ? json : null;
  } catch {
    return null;
  }
}

/** Every entry that fits, by its id; of several with the same id the first. */
function readAll<Entry extends { readonly ID: string }>(
  entries: readonly unknown[],
  schema: v.GenericSchema<unknown, Entry>,
  what: string,
  skipped: string[],
): readonly (readonly [id: string, entry: Entry])[] {
  const read = new Map<string, Entry>();
  for (const [position, entry] of entries.entries()) {
    const parsed = v.safeParse(schema, entry);
    const where = `${what} ${position + 1}`;
    if (!parsed.success) {
      const [issue] = parsed.issues;
      skipped.push(`${where}: ${v.getDotPath(issue) ?? 'it'} does not fit (${issue.message})`);
    } else if (read.has(parsed.output.ID)) {
      skipped.push(`${where}: the id ${parsed.output.ID} comes twice`);
    } else {
      read.set(parsed.output.ID, parsed.output);
    }
  }
  return [...read];
}
