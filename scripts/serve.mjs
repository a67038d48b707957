// Serves a built folder the way a plain static host does: no special headers, under any sub-path.
//   node scripts/serve.mjs DIR [--port 4173] [--base /any/path/]
// Plain JavaScript, since `npm start` must run it without a TypeScript loader.
import { createServer } from 'node:http';
import { pathToFileURL } from 'node:url';
import sirv from 'sirv';

/**
 * @param {string} folder folder with index.html
 * @param {{ base?: string, port?: number }} [options] `base` starts and ends with a slash; port 0 takes a free one
 * @returns {Promise<{ url: string, port: number, close(): Promise<void> }>} `url` ends with the base
 */
export async function serveFolder(folder, { base = '/', port = 0 } = {}) {
  const files = sirv(folder, { dev: true, etag: true });
  const server = createServer((request, response) => {
    const notFound = () => {
      response.writeHead(404, { 'content-type': 'text/plain' });
      response.end('Not found');
    };
    if (!request.url?.startsWith(base)) return notFound();
    request.url = `/${request.url.slice(base.length)}`;
    files(request, response, notFound);
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(undefined));
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    url: `http://127.0.0.1:${address.port}${base}`,
    port: address.port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  /** @type {(name: string, otherwise: string) => string} */
  const value = (name, otherwise) => {
    const at = process.argv.indexOf(name);
    return at < 0 ? otherwise : (process.argv[at + 1] ?? otherwise);
  };
  const { url } = await serveFolder(process.argv[2] ?? 'dist', {
    base: value('--base', '/'),
    port: Number(value('--port', '4173')),
  });
  console.log(url);
}
