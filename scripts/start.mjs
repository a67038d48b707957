// npm start: installs what is missing, builds the site, serves it and prints its URL.
import { ensureInstalled, ROOT, run } from './ensure-installed.mjs';

ensureInstalled();
run('npx', ['vite', 'build', '--logLevel', 'warn']);

const { serveFolder } = await import('./serve.mjs');
const wanted = Number(process.env.PORT ?? 4173);
const { url } = await serveFolder(`${ROOT}dist`, { port: wanted }).catch((error) => {
  if (error.code !== 'EADDRINUSE') throw error;
  return serveFolder(`${ROOT}dist`, { port: 0 });
});
console.log(`\n  CodeSecEval Playground: ${url}\n  Ctrl+C ends it.`);
