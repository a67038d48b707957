import type { WebllmModel } from './model-list.ts';

/** The names under which WebLLM keeps files in the Cache API. */
export type CacheScope = 'webllm/config' | 'webllm/wasm' | 'webllm/model';

/** One file of a model. */
export interface ModelFile {
  readonly scope: CacheScope;
  /** The address under which the engine looks for it. */
  readonly url: string;
  /** The address that it is fetched from. */
  readonly from: string;
}

/** The model's own configuration. */
export function configFile(model: WebllmModel): ModelFile {
  return { scope: 'webllm/config', ...addressesOf(model, 'mlc-chat-config.json') };
}

/** The compiled library. */
export function libraryFile(model: WebllmModel): ModelFile {
  return { scope: 'webllm/wasm', url: model.wasmUrl, from: model.wasmUrl };
}

/** The list of the weight files. */
export function weightListFile(model: WebllmModel): ModelFile {
  return modelFile(model, 'tensor-cache.json');
}

/** A tokenizer or a file of weights. */
export function modelFile(model: WebllmModel, path: string): ModelFile {
  return { scope: 'webllm/model', ...addressesOf(model, path) };
}

function addressesOf({ weightsUrl, filesUrl }: WebllmModel, path: string) {
  return { url: new URL(path, weightsUrl).href, from: new URL(path, filesUrl).href };
}

/**
 * Removes the small files of a model, so that they are fetched anew; the weights stay. For files that the
 * engine refused: a server may have answered with something else at the time.
 */
export async function forgetSmallFiles(model: WebllmModel, caches: CacheStorage): Promise<void> {
  for (const { scope, url } of [configFile(model), libraryFile(model), weightListFile(model)]) {
    await (await caches.open(scope)).delete(url);
  }
}
