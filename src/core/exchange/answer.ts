import type { SampleId } from '../dataset/sample.ts';

/** A completion that was made elsewhere. */
export interface ImportedCompletion {
  readonly sampleId: SampleId;
  /** Which answer to its sample it is, counted from 0; in the order of the file where that names none. */
  readonly index: number;
  readonly text: string;
  /** Set where the file says that the answer was cut off at its longest length. */
  readonly finish?: 'length';
}

/** What could not be read; the rest is. */
export interface Unread {
  readonly problem: string;
  /** The id that the data set doesn't have, where that is the problem. */
  readonly unknownId?: string;
}

export function isUnread<Read extends object>(read: Read | Unread): read is Unread {
  return 'problem' in read;
}

export function unknownSample(id: string): Unread {
  const shown = id.slice(0, 80);
  return { problem: `the data set has no sample “${shown}”`, unknownId: shown };
}
