import { sha256 } from '../../run/sha256.ts';
import type { WebllmModel } from './model-list.ts';

/** What decides what a model says, besides the question. */
export interface ModelContents {
  /** `mlc-chat-config.json` as text. */
  readonly config: string;
  /** `tensor-cache.json` as text: it holds a checksum of every file of weights. */
  readonly weightList: string;
  /** SHA-256 of the compiled library. */
  readonly library: string;
}

/**
 * Says the same for the same weights, quantisation, library, settings and engine, wherever they came from.
 * Null where the browser has no SHA-256.
 */
export async function fingerprintOf(
  model: WebllmModel,
  contents: ModelContents,
  engine: string,
): Promise<string | null> {
  const parts = [engine, model.overrides, model.thinks, contents];
  const hash = await sha256(JSON.stringify(parts));
  if (hash === null) return null;
  return ['webllm', model.quantisation, hash.slice(0, 32)]
    .filter((part) => part !== null)
    .join(' ');
}
