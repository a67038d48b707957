/** A bare page around the WebLLM provider, so that tests can point it at a server of their own. */
import { createWebllmProvider } from '../../../src/models/webllm/index.ts';
import type { ModelInfo, Probe, Progress } from '../../../src/run/ports.ts';
import { ProviderError } from '../../../src/run/ports.ts';

export interface LoadReport {
  /** `loaded`, or the code of the error. */
  readonly outcome: string;
  readonly message: string;
  readonly progress: readonly Progress[];
}

export interface WebllmLab {
  probe(): Promise<Probe>;
  models(): Promise<readonly ModelInfo[]>;
  /** Loads a model whose files all come from `server`. */
  load(server: string, modelId: string): Promise<LoadReport>;
  /** The progress of the loading that runs. */
  progress(): readonly Progress[];
  cancel(): void;
  /** Puts a page into a cache under the address of a file, as WebLLM by itself would. */
  poison(cache: string, url: string): Promise<void>;
  /** Addresses of all files that are kept. */
  kept(): Promise<readonly string[]>;
}

declare global {
  interface Window {
    webllmLab: WebllmLab;
  }
}

let controller = new AbortController();
let progress: Progress[] = [];
const provider = createWebllmProvider();

window.webllmLab = {
  probe: () => provider.probe(),
  models: () => provider.models(),
  progress: () => progress,
  cancel: () => controller.abort(),
  async load(server, modelId) {
    controller = new AbortController();
    progress = [];
    const hosts = { weights: server, libraries: server };
    try {
      const session = await createWebllmProvider({ hosts }).load(modelId, {
        signal: controller.signal,
        onProgress: (step) => void progress.push(step),
      });
      await session.dispose();
      return { outcome: 'loaded', message: '', progress };
    } catch (error) {
      if (!(error instanceof ProviderError)) throw error;
      return { outcome: error.code, message: error.message, progress };
    }
  },
  async poison(cache, url) {
    const headers = { 'content-type': 'text/html' };
    await (await caches.open(cache)).put(url, new Response('<!doctype html>', { headers }));
  },
  async kept() {
    const urls: string[] = [];
    for (const name of await caches.keys()) {
      for (const request of await (await caches.open(name)).keys()) urls.push(request.url);
    }
    return urls;
  },
};
