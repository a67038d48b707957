import { createServer } from 'node:http';

/** A server that attacks try to reach: it answers everything and keeps what was asked for. */
export interface TargetServer {
  readonly url: string;
  /** Whether something with this text in its path has arrived. */
  reached(text: string): boolean;
  close(): void;
}

const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript',
  css: 'text/css',
  html: 'text/html',
  wasm: 'application/wasm',
  events: 'text/event-stream',
};

export async function startTargetServer(): Promise<TargetServer> {
  const paths: string[] = [];
  const server = createServer((request, response) => {
    paths.push(request.url ?? '');
    const ending = /\.(\w+)(?:\?|$)/.exec(request.url ?? '')?.[1] ?? '';
    response.writeHead(200, {
      'content-type': TYPES[ending] ?? 'text/plain',
      'access-control-allow-origin': '*',
    });
    response.end('');
  });
  server.on('upgrade', (request, socket) => {
    paths.push(request.url ?? '');
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    url: `http://127.0.0.1:${address.port}/`,
    reached: (text) => paths.some((path) => path.includes(text)),
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
