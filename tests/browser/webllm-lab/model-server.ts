import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';

/** How the server behaves: by the first part of the path, `http://…/missing/` and so on. */
export type Behaviour =
  /** 404 for everything. */
  | 'missing'
  /** A page for everything, with status 200, as hosts of single-page applications do. */
  | 'html'
  /** The second file of weights stops in the middle. */
  | 'stalled'
  /** Every file is there; the library is an empty WebAssembly module, which the engine can't use. */
  | 'empty-library';

export interface ModelServer {
  urlOf(behaviour: Behaviour): string;
  /** File names that were asked for since the last call. */
  takeAsked(): readonly string[];
  /** Stalled files are sent whole from now on. */
  heal(): void;
  close(): Promise<void>;
}

const SHARD = Buffer.alloc(100_000, 7);
const JSON_TYPE = { 'content-type': 'application/json' };

/** A server of models on this machine, without any model: what fails, fails as it does out there. */
export async function startModelServer(): Promise<ModelServer> {
  let asked: string[] = [];
  let healed = false;

  const server = createServer((request, response) => {
    response.setHeader('access-control-allow-origin', '*');
    const [, behaviour = '', ...rest] = (request.url ?? '').split('/');
    const name = rest.at(-1) ?? '';
    asked.push(name);
    answer(behaviour as Behaviour, name, request, response);
  });

  function answer(
    behaviour: Behaviour,
    name: string,
    _request: IncomingMessage,
    response: ServerResponse,
  ): void {
    if (behaviour === 'html') {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><h1>Hi</h1>');
    } else if (behaviour === 'missing') {
      response.writeHead(404).end('Entry not found');
    } else if (name === 'mlc-chat-config.json') {
      response.writeHead(200, JSON_TYPE).end('{"tokenizer_files":["tokenizer.json"]}');
    } else if (name.endsWith('.wasm')) {
      response.writeHead(200).end(Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]));
    } else if (name === 'tensor-cache.json') {
      const records = [0, 1].map((n) => ({ dataPath: `shard_${n}.bin`, nbytes: SHARD.length }));
      response.writeHead(200, JSON_TYPE).end(JSON.stringify({ records }));
    } else if (name === 'tokenizer.json') {
      response.writeHead(200, JSON_TYPE).end('{}');
    } else if (behaviour === 'stalled' && name === 'shard_1.bin' && !healed) {
      response.writeHead(200, { 'content-length': SHARD.length });
      response.write(SHARD.subarray(0, 30_000));
    } else {
      response.writeHead(200, { 'content-length': SHARD.length }).end(SHARD);
    }
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    urlOf: (behaviour) => `http://127.0.0.1:${address.port}/${behaviour}/`,
    takeAsked() {
      const taken = asked;
      asked = [];
      return taken;
    },
    heal: () => void (healed = true),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
