import type { CustomModels } from '../../run/custom-model.ts';
import type { Provider } from '../../run/ports.ts';
import { ProviderError } from '../../run/ports.ts';
import { customWebllmModel } from './custom.ts';
import { listModels, unfitReason } from './fit.ts';
import { missingBytes, webllmKeeper } from './kept-models.ts';
import type { LoadDeps } from './load-model.ts';
import type { WebllmHosts, WebllmModel } from './model-list.ts';
import { WEBLLM_HOSTS, webllmModels } from './model-list.ts';
import { preflight } from './preflight.ts';
import type { EngineWorker } from './protocol.ts';

/** What the provider takes from the browser; everything has a default. */
export interface WebllmOptions extends Partial<LoadDeps> {
  /** Models that the visitor added; none by default. */
  readonly custom?: CustomModels;
  /** Where the files of the page's own models come from. */
  readonly hosts?: WebllmHosts;
  /** `navigator.gpu`. */
  gpu?(): GPU | undefined;
  /** `navigator.deviceMemory`, in gigabytes. */
  readonly deviceMemoryGb?: number;
}

/**
 * Models that run on the visitor's graphics card, by WebLLM. The engine is loaded with the first model, in
 * a worker of its own; before that the provider costs a few kilobytes.
 */
export function createWebllmProvider(options: WebllmOptions = {}): Provider {
  const { hosts = WEBLLM_HOSTS, gpu = () => navigator.gpu as GPU | undefined } = options;
  const known = webllmModels(hosts);
  // The visitor's own come first: they were typed to be used.
  const models = () => [...(options.custom?.list ?? []).map(customWebllmModel), ...known];
  const memory = deviceMemory(options);
  // Absent on pages without https.
  const caches = () => options.caches ?? (globalThis.caches as CacheStorage | undefined);
  const missing = async (model: WebllmModel) => {
    const here = caches();
    return here === undefined ? model.downloadBytes : missingBytes(model, here);
  };
  return {
    id: 'webllm',
    title: 'In your browser',
    description:
      'A language model on your own graphics card (WebGPU). It is downloaded once; nothing you do leaves this device.',
    capabilities: { seed: true, temperature: true, usage: true, systemRole: true },
    keeper: webllmKeeper(models, caches),
    probe: () => preflight(gpu()),
    async models() {
      const all = models();
      const listed = listModels(all, await preflight(gpu()), memory);
      const kept = new Set<string>();
      for (const model of all) if ((await missing(model)) === 0) kept.add(model.id);
      return listed.map((info) => (kept.has(info.id) ? { ...info, kept: true } : info));
    },
    async missingBytes(modelId) {
      const model = models().find(({ id }) => id === modelId);
      return model === undefined ? null : missing(model);
    },
    async load(modelId, { signal, onProgress }) {
      const model = models().find(({ id }) => id === modelId);
      if (model === undefined) {
        throw new ProviderError(
          'unsupported',
          `This page knows no model “${modelId}”. Choose another one.`,
        );
      }
      const probe = await preflight(gpu());
      if (!probe.ok) throw new ProviderError(probe.code, probe.reason);
      const unfit = unfitReason(model, probe, memory);
      if (unfit !== null) {
        const lacksF16 = model.requiresF16 && probe.device.f16 !== true;
        throw new ProviderError(lacksF16 ? 'no-f16' : 'oom', unfit);
      }
      const { loadModel } = await import('./load-model.ts');
      const deps: LoadDeps = {
        fetch: options.fetch ?? globalThis.fetch.bind(globalThis),
        caches: options.caches ?? globalThis.caches,
        createWorker: options.createWorker ?? startWorker,
      };
      return loadModel(model, probe.device, deps, { signal, onProgress });
    },
  };
}

function startWorker(): EngineWorker {
  return new Worker(new URL('./webllm-worker.ts', import.meta.url), {
    type: 'module',
    name: 'webllm',
  });
}

function deviceMemory({ deviceMemoryGb }: WebllmOptions): { readonly deviceMemoryGb?: number } {
  if (deviceMemoryGb !== undefined) return { deviceMemoryGb };
  const told: unknown = Reflect.get(globalThis.navigator, 'deviceMemory');
  return typeof told === 'number' ? { deviceMemoryGb: told } : {};
}
