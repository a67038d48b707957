import { existsSync } from 'node:fs';
import { serveFolder } from '../../scripts/serve.mjs';

/** Serves the built site under a sub-path without any special header; tests read its URL from SITE_URL. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  if (!existsSync('dist/index.html'))
    throw new Error('There is no built site: run npx vite build.');
  const server = await serveFolder('dist', { base: '/any/path/' });
  process.env.SITE_URL = server.url;
  return () => server.close();
}
