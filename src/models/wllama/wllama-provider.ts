import type { GgufSource, GgufSources } from '../../run/gguf-source.ts';
import type { ModelInfo, Provider } from '../../run/ports.ts';
import { ProviderError } from '../../run/ports.ts';
import { addressOf, keptAddresses, wllamaKeeper, type PrivateFiles } from './kept-models.ts';
import { GGUF_MODELS } from './model-list.ts';

export interface WllamaOptions {
  /** Models that the visitor added; none by default. */
  readonly custom?: GgufSources;
  /** Processor cores; the browser's word by default. */
  readonly cores?: number;
  /** Where the engine keeps what it downloaded; the browser's private files of this site by default. */
  readonly files?: PrivateFiles;
}

/**
 * Models in GGUF files on the visitor's processor, by wllama (llama.cpp in WebAssembly): slower than a
 * graphics card, and there everywhere. The engine is loaded with the first model.
 */
export function createWllamaProvider(options: WllamaOptions = {}): Provider {
  const custom = (): readonly GgufSource[] => options.custom?.list ?? [];
  const files = options.files ?? browserFiles;
  const byAddress = () => [
    ...custom().flatMap((source) => (source.kind === 'address' ? [source] : [])),
    ...GGUF_MODELS,
  ];
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
    keeper: wllamaKeeper(byAddress, files),
    async missingBytes(modelId) {
      const model = byAddress().find(({ id }) => id === modelId);
      // A file from the disk is here already.
      if (model === undefined) return 0;
      if ((await keptAddresses(files)).has(addressOf(model.url))) return 0;
      return GGUF_MODELS.find(({ id }) => id === modelId)?.downloadBytes ?? null;
    },
    async models() {
      const kept = await keptAddresses(files);
      const isKept = (url: string): { kept?: true } =>
        kept.has(addressOf(url)) ? { kept: true } : {};
      return [
        ...custom().map((source) =>
          source.kind === 'address' ? { ...infoOf(source), ...isKept(source.url) } : infoOf(source),
        ),
        ...GGUF_MODELS.map(({ url, ...info }) => ({
          ...info,
          ...(custom().length > 0 ? { recommended: false } : {}),
          ...isKept(url),
        })),
      ];
    },
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

async function browserFiles(): Promise<FileSystemDirectoryHandle | null> {
  const storage = navigator.storage as StorageManager | undefined;
  try {
    return (await storage?.getDirectory?.()) ?? null;
  } catch {
    // Private windows of some browsers refuse it; then the engine can't keep anything either.
    return null;
  }
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
