import type { GgufSource, GgufSources } from '../../run/gguf-source.ts';
import type { ModelInfo, Provider } from '../../run/ports.ts';
import { ProviderError } from '../../run/ports.ts';
import { GGUF_MODELS } from './model-list.ts';

export interface WllamaOptions {
  /** Models that the visitor added; none by default. */
  readonly custom?: GgufSources;
  /** Processor cores; the browser's word by default. */
  readonly cores?: number;
}

/**
 * Models in GGUF files on the visitor's processor, by wllama (llama.cpp in WebAssembly): slower than a
 * graphics card, and there everywhere. The engine is loaded with the first model.
 */
export function createWllamaProvider(options: WllamaOptions = {}): Provider {
  const custom = (): readonly GgufSource[] => options.custom?.list ?? [];
  return {
    id: 'wllama',
    title: 'On your processor',
    description:
      'A small language model in a GGUF file, from the web or your disk. It needs no graphics card, and nothing you do leaves this device.',
    capabilities: { seed: true, temperature: true, usage: true, systemRole: true },
    async probe() {
      if (typeof WebAssembly !== 'object') {
        return {
          ok: false,
          code: 'unsupported',
          reason: 'This browser can’t run WebAssembly, or it is switched off. Another browser can.',
        };
      }
      const threads = Math.max(1, Math.floor((options.cores ?? navigator.hardwareConcurrency) / 2));
      return { ok: true, device: { backend: 'wasm', threads } };
    },
    models: async () => [
      ...custom().map(infoOf),
      ...GGUF_MODELS.map(({ url: _url, ...info }) =>
        custom().length > 0 ? { ...info, recommended: false } : info,
      ),
    ],
    async load(modelId, loading) {
      const from =
        custom().find(({ id }) => id === modelId) ??
        GGUF_MODELS.filter(({ id }) => id === modelId).map(({ url }) => ({
          kind: 'address' as const,
          url,
        }))[0];
      if (from === undefined) throw unknownModel(modelId);
      const { loadGguf } = await import('./load-gguf.ts');
      return loadGguf(from, loading);
    },
  };
}

function infoOf(source: GgufSource): ModelInfo {
  const description =
    source.kind === 'files' ? 'From your disk, for this visit.' : new URL(source.url).host;
  return { id: source.id, title: source.title, description, ...sizeOf(source) };
}

function sizeOf(source: GgufSource): { kept?: true } {
  return source.kind === 'files' ? { kept: true } : {};
}

function unknownModel(modelId: string): ProviderError {
  const text = modelId.startsWith('file/')
    ? `The browser forgets files from the disk when the page is left. Open ${modelId.slice(5)} again under “On your processor”, then go on.`
    : `This page knows no model “${modelId}”. Choose another one.`;
  return new ProviderError('unsupported', text);
}
