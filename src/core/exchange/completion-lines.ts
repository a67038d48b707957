import type { SampleId } from '../dataset/sample.ts';
import { isUnread, unknownSample, type ImportedCompletion, type Unread } from './answer.ts';
import { batchAnswer } from './batch-output.ts';
import { MAX_INDEX, SampleIds, slotName, splitSlotName } from './slot-names.ts';

/** A line that could not be read; the others are. */
export interface BadLine extends Unread {
  /** Counted from 1. */
  readonly line: number;
}

/** Longest line that is read, in UTF-16 code units: no model answers so much. */
const LONGEST_LINE = 4_000_000;

/** Fields that hold the answer: HumanEval and vLLM write `completion`, EvalPlus `solution`. */
const TEXT_FIELDS = ['completion', 'solution', 'text', 'response'] as const;

/** Fields that name the sample: `task_id` in HumanEval and EvalPlus. */
const ID_FIELDS = ['task_id', 'sample_id', 'id'] as const;

/**
 * Reads completions line by line. A line is one JSON object: as HumanEval's and EvalPlus's `samples.jsonl`
 * have them, with `task_id` and `completion` or `solution`, where repeated ids are further answers to the
 * same sample; or as the output of a batch of our prompts, whose `custom_id` names sample and attempt.
 * The lines are hostile input: whatever they hold gives a completion or a `BadLine`, and nothing is thrown.
 */
export class CompletionLines {
  readonly #ids: SampleIds;
  readonly #taken = new Set<string>();
  readonly #next = new Map<SampleId, number>();
  #line = 0;

  /** @param knownIds the samples of the data set; answers to others are bad lines */
  constructor(knownIds: Iterable<SampleId>) {
    this.#ids = new SampleIds(knownIds);
  }

  /** Null for an empty line. */
  read(line: string): ImportedCompletion | BadLine | null {
    this.#line += 1;
    if (line.trim() === '') return null;
    const read = this.#parse(line);
    return isUnread(read) ? { line: this.#line, ...read } : read;
  }

  #parse(line: string): ImportedCompletion | Unread {
    if (line.length > LONGEST_LINE) return { problem: 'the line is too long' };
    let json: unknown;
    try {
      json = JSON.parse(line);
    } catch {
      return { problem: 'the line is not JSON' };
    }
    if (typeof json !== 'object' || json === null || Array.isArray(json)) {
      return { problem: 'the line is not a JSON object' };
    }
    const name = fieldOf(json, ['custom_id']);
    return name === null ? this.#sampleLine(json) : this.#batchLine(name, json);
  }

  #sampleLine(json: object): ImportedCompletion | Unread {
    const id = fieldOf(json, ID_FIELDS);
    if (id === null) return { problem: 'there is no text `task_id`' };
    const sampleId = this.#ids.find(id);
    if (sampleId === null) return unknownSample(id);
    const text = fieldOf(json, TEXT_FIELDS);
    if (text === null) return { problem: 'there is no text `completion` or `solution`' };
    let index = this.#next.get(sampleId) ?? 0;
    while (this.#taken.has(slotName({ sampleId, index }))) index += 1;
    this.#next.set(sampleId, index + 1);
    return this.#placed({ sampleId, index, text });
  }

  #batchLine(name: string, json: object): ImportedCompletion | Unread {
    const slot = splitSlotName(name);
    if (slot === null) return { problem: '`custom_id` is not like `CWE-089/order-export-ids#0`' };
    const sampleId = this.#ids.find(slot.id);
    if (sampleId === null) return unknownSample(slot.id);
    const answer = batchAnswer(json);
    if (isUnread(answer)) return answer;
    const { text, finish } = answer;
    return this.#placed({
      sampleId,
      index: slot.index,
      text,
      ...(finish === 'length' ? { finish } : {}),
    });
  }

  #placed(completion: ImportedCompletion): ImportedCompletion | Unread {
    const name = slotName(completion);
    if (completion.index > MAX_INDEX) {
      return { problem: `a sample has at most ${MAX_INDEX + 1} answers` };
    }
    if (this.#taken.has(name)) return { problem: `there are two answers to “${name}”` };
    this.#taken.add(name);
    return completion;
  }
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
