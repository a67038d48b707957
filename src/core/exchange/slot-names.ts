import type { SampleId } from '../dataset/sample.ts';

/** A place that an answer belongs to. */
export interface AnswerSlot {
  readonly sampleId: SampleId;
  /** Counted from 0. */
  readonly index: number;
}

/** Attempts of one sample that are counted; what says that it is a later one is a mistake. */
export const MAX_INDEX = 999;

/** `CWE-089/order-export-ids#0`: how exported prompts name the answer that they want. */
export function slotName({ sampleId, index }: AnswerSlot): string {
  return `${sampleId}#${index}`;
}

/** Finds samples by the ids that other tools write. */
export class SampleIds {
  readonly #known: ReadonlySet<SampleId>;

  constructor(known: Iterable<SampleId>) {
    this.#known = new Set(known);
  }

  /** As the data set writes it, or with the prefix and without the zeros that other tools use; else null. */
  find(spelled: string): SampleId | null {
    if (this.#known.has(spelled)) return spelled;
    const id = spelled
      .replace(/^CodeSecEval\//, '')
      .replace(/^CWE-0*(\d+)/i, (_, digits: string) => `CWE-${digits.padStart(3, '0')}`);
    return this.#known.has(id) ? id : null;
  }
}

/** The parts of a slot's name: the id as it is spelled, and the index; null where it is no such name. */
export function splitSlotName(
  name: string,
): { readonly id: string; readonly index: number } | null {
  const [, id, digits] = /^([^#]{1,200})#(\d{1,6})$/.exec(name) ?? [];
  return id === undefined ? null : { id, index: Number(digits) };
}
