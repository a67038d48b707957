import * as v from 'valibot';
import type { Progress } from '../../run/ports.ts';
import { ProviderError } from '../../run/ports.ts';
import { sha256 } from '../../run/sha256.ts';
import { fetchChecked, fetchWeights } from './fetch-file.ts';
import type { ModelContents } from './fingerprint.ts';
import { configFile, libraryFile, modelFile, weightListFile } from './model-cache.ts';
import type { WebllmModel } from './model-list.ts';
import { weightListSchema } from './weight-list.ts';

export interface DownloadDeps {
  readonly fetch: typeof fetch;
  readonly caches: CacheStorage;
}

const configSchema = v.looseObject({ tokenizer_files: v.array(v.string()) });

/** Files that are fetched side by side, as WebLLM does it. */
const SIDE_BY_SIDE = 4;

/** What was found in the small files of a model. */
export interface Downloaded {
  readonly contents: ModelContents;
  /** Whether a small file is of an earlier time: if the engine refuses them, fetching them anew may help. */
  readonly kept: boolean;
}

/**
 * Brings every file of a model into the caches where WebLLM looks for them. WebLLM would fetch them itself,
 * but it counts whole files of weights only, keeps an HTML page that a server sent instead of a file, and
 * can't be cancelled cleanly. Files that are there already are not fetched again, so a download that was
 * cancelled or broke off goes on where it stood.
 * @throws {ProviderError} `aborted`, `network`, `bad-file`, `quota`
 */
export async function downloadModel(
  model: WebllmModel,
  deps: DownloadDeps,
  options: { readonly signal: AbortSignal; onProgress(progress: Progress): void },
): Promise<Downloaded> {
  const { signal, onProgress } = options;
  const from = { ...deps, signal };
  onProgress({ phase: 'download', loadedBytes: 0 });

  const config = await fetchChecked(configFile(model), jsonOf(configSchema), from);
  const library = await fetchChecked(libraryFile(model), isWasm, from);
  const list = await fetchChecked(weightListFile(model), jsonOf(weightListSchema), from);
  const { records } = list.content;
  const tokenizer = ['tokenizer.json', 'tokenizer.model'].find((name) =>
    config.content.tokenizer_files.includes(name),
  );
  if (tokenizer === undefined) {
    throw new ProviderError(
      'bad-file',
      'The model’s configuration names no tokenizer that this page can read. Choose another model.',
    );
  }
  const words = await fetchChecked(modelFile(model, tokenizer), isNoPage, from);

  const totalBytes = records.reduce((sum, record) => sum + record.nbytes, 0);
  let loadedBytes = 0;
  const count = (bytes: number) => {
    loadedBytes += bytes;
    onProgress({ phase: 'download', loadedBytes, totalBytes, ratio: loadedBytes / totalBytes });
  };
  // The first failure ends the other downloads too.
  const stop = new AbortController();
  const either = AbortSignal.any([signal, stop.signal]);
  const waiting = [...records];
  const fetchAll = async () => {
    for (let record = waiting.shift(); record !== undefined; record = waiting.shift()) {
      await fetchWeights(
        modelFile(model, record.dataPath),
        { bytes: record.nbytes, onBytes: count },
        { ...deps, signal: either },
      );
    }
  };
  try {
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, fetchAll));
  } catch (error) {
    stop.abort();
    throw error;
  }
  return {
    contents: {
      config: textOf(config.bytes),
      weightList: textOf(list.bytes),
      library: (await sha256(library.bytes)) ?? '',
    },
    kept: [config, library, list, words].some(({ kept }) => kept),
  };
}

function jsonOf<T>(schema: v.GenericSchema<unknown, T>): (bytes: ArrayBuffer) => T | null {
  return (bytes) => {
    try {
      const parsed = v.safeParse(schema, JSON.parse(textOf(bytes)));
      return parsed.success ? parsed.output : null;
    } catch {
      return null;
    }
  };
}

/** The first bytes of every WebAssembly module: `\0asm`. */
function isWasm(bytes: ArrayBuffer): true | null {
  const start = new Uint8Array(bytes).subarray(0, 4);
  return [0x00, 0x61, 0x73, 0x6d].every((byte, index) => start[index] === byte) ? true : null;
}

/** A tokenizer is JSON or binary: neither begins as a web page does. */
function isNoPage(bytes: ArrayBuffer): true | null {
  return /^\s*<(?:!doctype|html)/i.test(textOf(bytes.slice(0, 100))) ? null : true;
}

function textOf(bytes: ArrayBuffer): string {
  return new TextDecoder().decode(bytes);
}
