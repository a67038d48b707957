/* What the page keeps in the browser, and the room that there is for it. */

/** One thing that is kept and can be removed by itself. */
export interface KeptItem {
  /** Unique within its keeper. */
  readonly id: string;
  readonly title: string;
  /** Null where it can't be told. */
  readonly bytes: number | null;
  /** Milliseconds since 1970; absent where the keeper doesn't know. */
  readonly lastUsedAt?: number;
  /** The model that it belongs to, by which the page knows its last use. */
  readonly modelId?: string;
  /** What is special about it, in a few words: "half downloaded". */
  readonly note?: string;
}

/** A part of the page that keeps things in the browser. */
export interface Keeper {
  readonly id: string;
  readonly title: string;
  /** One sentence: what it is, and what removing it costs. */
  readonly description: string;
  /** Whether what is removed can't be had again. */
  readonly irreplaceable?: boolean;
  /** Reads what is there; nothing is fetched, and nothing is made that isn't there. */
  list(): Promise<readonly KeptItem[]>;
  /** An item that isn't there is no error. */
  remove(id: string): Promise<void>;
}

/** Id of the keeper whose items are runs: their screens must hear of it when one is removed. */
export const RUNS_KEEPER = 'runs';

/** Bytes of this site's origin, as browsers tell them: roughly. */
export interface Room {
  readonly used: number;
  readonly quota: number;
}

/** The browser's own word on storage (storage.spec.whatwg.org). */
export interface BrowserRoom {
  /** Null where the browser doesn't tell. */
  estimate(): Promise<Room | null>;
  /** Whether it keeps everything until the visitor removes it; null where it doesn't tell. */
  persisted(): Promise<boolean | null>;
  /** Asks for that; the browser may ask the visitor, or decide by itself. */
  persist(): Promise<boolean>;
}
