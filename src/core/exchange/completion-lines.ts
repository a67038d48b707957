import type { SampleId } from '../dataset/sample.ts';

/** A completion that was made elsewhere. */
export interface ImportedCompletion {
  readonly sampleId: SampleId;
  /** Which answer to its sample it is, counted from 0, in the order of the file. */
  readonly index: number;
  readonly text: string;
}

/** A line that could not be read; the others are. */
export interface BadLine {
  /** Counted from 1. */
  readonly line: number;
  readonly problem: string;
}

/** Longest line that is read, in UTF-16 code units: no model answers so much. */
const LONGEST_LINE = 4_000_000;

/** Fields that hold the answer: HumanEval and vLLM write `completion`, EvalPlus `solution`. */
const TEXT_FIELDS = ['completion', 'solution', 'text', 'response'] as const;

/** Fields that name the sample: `task_id` in HumanEval and EvalPlus. */
const ID_FIELDS = ['task_id', 'sample_id', 'id'] as const;

/**
 * Reads completions line by line, as HumanEval's and EvalPlus's `samples.jsonl` have them: one JSON object a
 * line with `task_id` and `completion` or `solution`; repeated ids are further answers to the same sample.
 * The lines are hostile input: whatever they hold gives a completion or a `BadLine`, and nothing is thrown.
 */
export class CompletionLines {
  readonly #known: ReadonlySet<SampleId>;
  readonly #counts = new Map<SampleId, number>();
  #line = 0;

  /** @param knownIds the samples of the data set; answers to others are bad lines */
  constructor(knownIds: Iterable<SampleId>) {
    this.#known = new Set(knownIds);
  }

  /** Null for an empty line. */
  read(line: string): ImportedCompletion | BadLine | null {
    this.#line += 1;
    if (line.trim() === '') return null;
    if (line.length > LONGEST_LINE) return this.#bad('the line is too long');
    let json: unknown;
    try {
      json = JSON.parse(line);
    } catch {
      return this.#bad('the line is not JSON');
    }
    if (typeof json !== 'object' || json === null || Array.isArray(json)) {
      return this.#bad('the line is not a JSON object');
    }
    const id = fieldOf(json, ID_FIELDS);
    if (id === null) return this.#bad('there is no text `task_id`');
    const sampleId = this.#sampleOf(id);
    if (sampleId === null) return this.#bad(`the data set has no sample “${id.slice(0, 80)}”`);
    const text = fieldOf(json, TEXT_FIELDS);
    if (text === null) return this.#bad('there is no text `completion` or `solution`');
    const index = this.#counts.get(sampleId) ?? 0;
    this.#counts.set(sampleId, index + 1);
    return { sampleId, index, text };
  }

  /** As the data set writes it, or with the prefix and without the zeros that other tools use. */
  #sampleOf(id: string): SampleId | null {
    const spelled = id
      .replace(/^CodeSecEval\//, '')
      .replace(/^CWE-0*(\d+)/i, (_, digits: string) => `CWE-${digits.padStart(3, '0')}`);
    return this.#known.has(spelled) ? spelled : null;
  }

  #bad(problem: string): BadLine {
    return { line: this.#line, problem };
  }
}

export function isBadLine(read: ImportedCompletion | BadLine): read is BadLine {
  return 'problem' in read;
}

function fieldOf(json: object, names: readonly string[]): string | null {
  for (const name of names) {
    // Own fields only: a line can't name what every object inherits.
    const value: unknown = Object.hasOwn(json, name)
      ? (json as Record<string, unknown>)[name]
      : null;
    if (typeof value === 'string') return value;
  }
  return null;
}

/** Splits a stream of text into lines, whatever the pieces; the last one needs no line end. */
export async function* linesOf(pieces: AsyncIterable<string>): AsyncGenerator<string, void, void> {
  let rest = '';
  for await (const piece of pieces) {
    const parts = (rest + piece).split('\n');
    rest = parts.pop() ?? '';
    for (const part of parts) yield part.endsWith('\r') ? part.slice(0, -1) : part;
    // A "line" without an end must not fill the memory; what is left of it is one bad line.
    if (rest.length > 2 * LONGEST_LINE) rest = rest.slice(0, LONGEST_LINE + 1);
  }
  if (rest !== '') yield rest;
}
