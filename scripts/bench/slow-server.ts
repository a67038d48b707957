import { readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};

/** A line to the browser: what it carries in a second, and how long the first byte takes. */
export interface Line {
  readonly name: string;
  /** All connections together; Infinity for loopback. */
  readonly bytesPerSecond: number;
  readonly latencyMs: number;
}

export const LOOPBACK: Line = { name: 'loopback', bytesPerSecond: Infinity, latencyMs: 0 };
export const TWENTY_MBIT: Line = {
  name: '20 Mbit/s, 20 ms',
  bytesPerSecond: 2_500_000,
  latencyMs: 20,
};

/** Pieces in which a slow line sends, so that connections share it fairly. */
const PIECE = 16_384;

/**
 * Serves folders as a plain static host does (files as they are, kept for ten minutes, as GitHub Pages
 * says), over a line of a given speed. DevTools' throttling is no help here: it leaves out workers.
 *
 * @param folders from the first part of the path to a folder
 */
export async function serveOver(
  line: Line,
  folders: Readonly<Record<string, string>>,
): Promise<{ readonly url: string; close(): void }> {
  let free = 0; // when the line has sent all that was given to it so far
  const send = async (response: ServerResponse, body: Buffer): Promise<void> => {
    await sleep(line.latencyMs);
    if (line.bytesPerSecond === Infinity) return void response.end(body);
    for (let at = 0; at < body.length && !response.destroyed; at += PIECE) {
      const piece = body.subarray(at, at + PIECE);
      free = Math.max(performance.now(), free) + (1000 * piece.length) / line.bytesPerSecond;
      await sleep(free - performance.now());
      response.write(piece);
    }
    response.end();
  };
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname);
    const [, first = '', ...rest] = path.split('/');
    const folder = folders[first];
    let body: Buffer;
    try {
      if (folder === undefined) throw new Error('no such folder');
      body = readFileSync(join(folder, rest.join('/') || 'index.html'));
    } catch {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      'content-type': TYPES[extname(path) || '.html'] ?? 'application/octet-stream',
      'content-length': body.length,
      'cache-control': 'max-age=600',
    });
    void send(response, body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    url: `http://127.0.0.1:${address.port}/`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

function sleep(ms: number): Promise<void> {
  return ms <= 0 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, ms));
}
