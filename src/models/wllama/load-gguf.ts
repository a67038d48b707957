import { LoggerWithoutDebug, ModelManager, Wllama } from '@wllama/wllama/esm/index.js';
import { version } from '@wllama/wllama/package.json';
import wasmUrl from '@wllama/wllama/esm/wasm/wllama.wasm?url';
import type { GgufSource } from '../../run/gguf-source.ts';
import type { Progress, Session } from '../../run/ports.ts';
import { ProviderError } from '../../run/ports.ts';
import { sha256 } from '../../run/sha256.ts';
import { explainEngineError, notAModel } from './explain.ts';
import { WllamaSession } from './wllama-session.ts';

/** Name and version of the engine, for fingerprints and provenance. */
const ENGINE = `wllama ${version}`;

/** Tokens of prompt and answer together; the longest prompt of the data set and its answer fit. */
const CONTEXT_TOKENS = 8192;

/** An abort waits for the batch that is being read: half a second with this, half a minute with the default. */
const BATCH_TOKENS = 64;

export interface LoadOptions {
  readonly signal: AbortSignal;
  onProgress(progress: Progress): void;
}

/** Where a model's bytes come from. */
export type GgufFrom = GgufSource | { readonly kind: 'address'; readonly url: string };

/**
 * Loads a model into the engine, which runs in a worker of its own on the processor.
 * @throws {ProviderError} `bad-file` where the file is none that the engine knows
 */
export async function loadGguf(
  from: GgufFrom,
  { signal, onProgress }: LoadOptions,
): Promise<Session> {
  const wllama = new Wllama({ default: wasmUrl }, { logger: LoggerWithoutDebug });
  const cancelled = new Promise<never>((_, reject) => {
    const cancel = () => reject(new ProviderError('aborted', 'Loading was cancelled.'));
    if (signal.aborted) cancel();
    else signal.addEventListener('abort', cancel, { once: true });
  });
  // Nobody may be listening any more when it comes.
  cancelled.catch(() => undefined);
  try {
    const { blobs, forget } = await Promise.race([
      fetched(from, { signal, onProgress }),
      cancelled,
    ]);
    onProgress({ phase: 'compile', text: 'Starting the model on the processor' });
    try {
      await Promise.race([start(wllama, blobs), cancelled]);
    } catch (error) {
      if (error instanceof ProviderError && error.code === 'bad-file') await forget();
      throw error;
    }
    const { metadata } = wllama.getLoadedContextInfo();
    const quantisation = quantisationOf(metadata['general.file_type']);
    onProgress({ phase: 'ready', ratio: 1 });
    return new WllamaSession(wllama, {
      device: { backend: 'wasm', threads: wllama.getNumThreads() },
      engine: ENGINE,
      fingerprint: await fingerprintOf(blobs, quantisation),
      quantisation,
    });
  } catch (error) {
    void wllama.exit().catch(() => undefined);
    if (signal.aborted) throw new ProviderError('aborted', 'Loading was cancelled.');
    throw explainEngineError(error);
  }
}

interface Fetched {
  readonly blobs: Blob[];
  /** Removes what was kept of it, so that the next try starts anew. */
  forget(): Promise<void>;
}

async function fetched(from: GgufFrom, { signal, onProgress }: LoadOptions): Promise<Fetched> {
  if (from.kind === 'files') {
    const blobs = [...from.files];
    await checkMagic(blobs);
    return { blobs, forget: async () => undefined };
  }
  const manager = new ModelManager({ logger: LoggerWithoutDebug });
  const model = await manager.getModelOrDownload(
    { url: from.url },
    {
      signal,
      progressCallback: ({ loaded, total }) => {
        onProgress({
          phase: 'download',
          loadedBytes: loaded,
          ...(total > 0 ? { totalBytes: total, ratio: loaded / total } : {}),
        });
      },
    },
  );
  const blobs = await model.open();
  const forget = () => model.remove();
  try {
    await checkMagic(blobs);
  } catch (error) {
    await forget();
    throw error;
  }
  return { blobs, forget };
}

/** The engine takes any bytes without a word: a page that says "not found", for example. */
async function checkMagic(blobs: readonly Blob[]): Promise<void> {
  for (const blob of blobs) {
    const head = await blob.slice(0, 4).text();
    if (head !== 'GGUF') throw notAModel('it doesn’t begin like a GGUF file');
  }
}

async function start(wllama: Wllama, blobs: Blob[]): Promise<void> {
  try {
    await wllama.loadModel(blobs, {
      n_ctx: CONTEXT_TOKENS,
      n_batch: BATCH_TOKENS,
      n_parallel: 1,
      // The graphics card is WebLLM's; without 16-bit shaders this engine would fall back without a word.
      n_gpu_layers: 0,
      // No seed here: it would take the place of every request's.
    });
  } catch (error) {
    const problem = explainEngineError(error);
    throw problem.code === 'unknown' ? notAModel(problem.message) : problem;
  }
  // A truncated or foreign file makes `loadModel` resolve all the same.
  if (!(wllama.getLoadedContextInfo().n_vocab > 0)) {
    throw notAModel('it is cut off, or of a kind that the engine doesn’t know');
  }
}

/** Bytes of a file's beginning that the fingerprint covers: its settings and vocabulary are there. */
const HEAD_BYTES = 1 << 20;
const TAIL_BYTES = 1 << 16;

/** Hashing gigabytes takes minutes: size, beginning and end tell files of models apart. */
async function fingerprintOf(
  blobs: readonly Blob[],
  quantisation: string | null,
): Promise<string | null> {
  const parts = await Promise.all(
    blobs.map(async (blob) => [
      blob.size,
      await sha256(await blob.slice(0, HEAD_BYTES).arrayBuffer()),
      await sha256(await blob.slice(-TAIL_BYTES).arrayBuffer()),
    ]),
  );
  const hash = await sha256(JSON.stringify([ENGINE, CONTEXT_TOKENS, parts]));
  if (hash === null) return null;
  return ['wllama', quantisation, hash.slice(0, 32)].filter((part) => part !== null).join(' ');
}

/** `general.file_type` by number (ggml-org/ggml, docs/gguf.md). */
const FILE_TYPES: Readonly<Record<string, string>> = {
  0: 'F32',
  1: 'F16',
  2: 'Q4_0',
  3: 'Q4_1',
  7: 'Q8_0',
  8: 'Q5_0',
  9: 'Q5_1',
  10: 'Q2_K',
  11: 'Q3_K_S',
  12: 'Q3_K_M',
  13: 'Q3_K_L',
  14: 'Q4_K_S',
  15: 'Q4_K_M',
  16: 'Q5_K_S',
  17: 'Q5_K_M',
  18: 'Q6_K',
  32: 'BF16',
};

function quantisationOf(fileType: string | undefined): string | null {
  return FILE_TYPES[fileType ?? ''] ?? null;
}
