import type { TokenPrice } from './models.ts';

/* Servers that the visitor names. */

/** A kind of server that the page knows the habits of. */
export interface EndpointPreset {
  readonly id: string;
  readonly title: string;
  /** Where it is by default; empty where there is no default. */
  readonly baseUrl: string;
  readonly key: 'needed' | 'optional';
  /** Requests at once that are sensible to begin with. */
  readonly parallel: number;
  /** What to do before connecting, in a sentence; commands in backticks. */
  readonly hint: string;
}

/** A server with an OpenAI-compatible interface, as the visitor set it up. */
export interface Endpoint {
  /** Id of its `EndpointPreset`. */
  readonly preset: string;
  /** As the visitor typed it: `http://localhost:11434/v1`. */
  readonly baseUrl: string;
  /** Empty where none is used. It goes to this server only, never into a run. */
  readonly key: string;
  /** Requests at once, 1 to 16. */
  readonly parallel: number;
  /** The name of a model that the server doesn't list; empty where none was typed. */
  readonly model: string;
  /** Null where the visitor entered none. */
  readonly price: TokenPrice | null;
}

/** What the page knows of the visitor's servers, one for each preset. */
export interface Endpoints {
  /** The one that is chosen now. */
  readonly current: Endpoint;
  /** Null for a preset that isn't known. */
  of(preset: string): Endpoint | null;
}
