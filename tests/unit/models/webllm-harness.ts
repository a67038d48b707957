import type { WebllmOptions } from '../../../src/models/webllm/index.ts';
import type { WebllmModel } from '../../../src/models/webllm/model-list.ts';
import { webllmModels } from '../../../src/models/webllm/model-list.ts';
import { fakeCaches } from '../../fakes/fake-caches.ts';
import { FakeEngineWorker } from '../../fakes/fake-engine-worker.ts';
import { fakeGpu } from '../../fakes/fake-gpu.ts';

export const MODEL_ID = 'Qwen2.5-Coder-0.5B-Instruct-q4f16_1-MLC';

export function modelOf(id: string): WebllmModel {
  const model = webllmModels().find((candidate) => candidate.id === id);
  if (model === undefined) throw new Error(`no model ${id}`);
  return model;
}

const SHARD = new Uint8Array(1000).fill(7);

/** The files of a model of two small shards, by the end of their address. */
export const FILES: Readonly<Record<string, () => Response>> = {
  'mlc-chat-config.json': () => Response.json({ tokenizer_files: ['tokenizer.json'] }),
  '.wasm': () => new Response(new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0])),
  'tensor-cache.json': () =>
    Response.json({
      records: [
        { dataPath: 'params_shard_0.bin', nbytes: 1000 },
        { dataPath: 'params_shard_1.bin', nbytes: 1000 },
      ],
    }),
  'tokenizer.json': () => Response.json({}),
  'params_shard_0.bin': () => new Response(SHARD),
  'params_shard_1.bin': () => new Response(SHARD),
};

export interface FakeServer {
  readonly fetch: typeof fetch;
  /** Ends of the addresses that were asked for. */
  readonly asked: readonly string[];
}

/** A server with these files; `changes` replaces some. An unknown file is a 404. */
export function fakeServer(
  changes: Readonly<Record<string, (signal: AbortSignal) => Response | Promise<Response>>> = {},
): FakeServer {
  const asked: string[] = [];
  const files = { ...FILES, ...changes };
  return {
    asked,
    async fetch(input, init) {
      const signal = init?.signal ?? new AbortController().signal;
      signal.throwIfAborted();
      const url = String(input);
      const name = Object.keys(files).find((end) => url.endsWith(end));
      asked.push(name ?? url);
      const file = name === undefined ? undefined : files[name];
      return file === undefined ? new Response('', { status: 404 }) : file(signal);
    },
  };
}

/** Everything that the provider takes from a browser, all fakes. */
export function fakeBrowser(changes: WebllmOptions = {}): WebllmOptions {
  return {
    gpu: () => fakeGpu(),
    fetch: fakeServer().fetch,
    caches: fakeCaches(),
    createWorker: () => new FakeEngineWorker(),
    deviceMemoryGb: 8,
    ...changes,
  };
}
