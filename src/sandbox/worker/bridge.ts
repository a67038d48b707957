import type { Pointer } from './emscripten.ts';
import { type Death, deathOf, type Instance, LOST } from './instance.ts';
import { decodeText, encodeText, fromJson, toJson } from './intrinsics.ts';
import { FileMirror } from './mirror.ts';

/** A deeper message would overflow the stack of the JSON reader on the other side. */
const DEEPEST_MESSAGE = 140;

const OK = encodeText('["ok", null]');
const BAD = encodeText('["bad", "no reply"]');
const HOST_REQUEST = encodeText('["host"');

/** What the two interpreters are called with. */
export interface Endpoints {
  /** `cell_main.dispatch`: a request of the judge. */
  readonly cellDispatch: Pointer;
  /** `judge_main.dispatch`: a request of the cell, nested in one of the judge. */
  readonly judgeDispatch: Pointer;
}

/** What the judge tells the worker: `event` says of which kind it is. */
export interface HostEvent {
  readonly event: string;
  readonly [detail: string]: unknown;
}

/** Carries requests between judge and cell; both run on this thread, so calls cross nested. */
export class Bridge {
  readonly #judge: Instance;
  readonly #cell: Instance;
  readonly #files: FileMirror;
  readonly #endpoints: Endpoints;
  readonly #onHostEvents: (events: readonly HostEvent[]) => void;

  /** @param onHostEvents takes what the judge tells the worker itself; throws where it can't be done */
  constructor(
    judge: Instance,
    cell: Instance,
    endpoints: Endpoints,
    onHostEvents: (events: readonly HostEvent[]) => void,
  ) {
    this.#judge = judge;
    this.#cell = cell;
    this.#files = new FileMirror(judge, cell);
    this.#endpoints = endpoints;
    this.#onHostEvents = onHostEvents;
  }

  /** A request of the judge: for the worker itself, or for the cell. */
  fromJudge(request: Uint8Array): Uint8Array {
    if (startsWith(request, HOST_REQUEST)) {
      // The judge runs our own Python only; the page checks what it is told all the same.
      const [, events] = fromJson(decodeText(request)) as [string, HostEvent[]];
      this.#onHostEvents(events);
      return OK;
    }
    const { death } = this.#cell;
    if (death !== null) return deadReply(death);
    try {
      this.#files.toCell();
      const reply = this.#cell.call(this.#endpoints.cellDispatch, request);
      this.#files.toJudge();
      return reply !== null && isShallow(reply) ? reply : BAD;
    } catch (error) {
      return deadReply((this.#cell.death ??= deathOf(error)));
    }
  }

  /** A request of the cell. Ends the cell where no call of the judge is under way. */
  fromCell(request: Uint8Array): Uint8Array {
    if (this.#judge.depth === 0 || this.#judge.death !== null) throw LOST;
    if (!isShallow(request)) return BAD;
    try {
      this.#files.toJudge();
      const reply = this.#judge.call(this.#endpoints.judgeDispatch, request);
      this.#files.toCell();
      return reply ?? BAD;
    } catch (error) {
      this.#cell.death ??= this.#judge.death ?? deathOf(error);
      throw LOST;
    }
  }
}

function deadReply({ how, detail }: Death): Uint8Array {
  return encodeText(toJson(['dead', how, detail]));
}

function startsWith(bytes: Uint8Array, prefix: Uint8Array): boolean {
  for (let i = 0; i < prefix.length; i++) if (bytes[i] !== prefix[i]) return false;
  return true;
}

/** Whether a JSON text is nested no deeper than a reader without care can take. */
function isShallow(bytes: Uint8Array): boolean {
  let depth = 0;
  let inString = false;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i];
    if (inString) {
      if (byte === 0x5c) i++;
      else if (byte === 0x22) inString = false;
    } else if (byte === 0x22) inString = true;
    else if (byte === 0x5b || byte === 0x7b) {
      if (++depth > DEEPEST_MESSAGE) return false;
    } else if (byte === 0x5d || byte === 0x7d) depth--;
  }
  return true;
}
