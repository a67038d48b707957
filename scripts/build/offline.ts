import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin, type Rolldown } from 'vite';
import { ENGINE_FILE } from '../../src/offline/engine-files.ts';

/** A file that the service worker keeps. */
interface SiteFile {
  readonly url: string;
  /** A hash of its bytes; null where the name has one already. */
  readonly revision: string | null;
}

/** Vite plugin: writes `sw.js`, the service worker with the list of the build's files. */
export function offline(): Plugin {
  return {
    name: 'offline',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        const built = Object.values(bundle).map((output) => ({
          url: output.fileName,
          bytes: output.type === 'chunk' ? output.code : output.source,
        }));
        const files = [...built, ...publicFiles('public')]
          .filter(({ url }) => !ENGINE_FILE.test(url))
          .map(({ url, bytes }) => siteFile(url, bytes));
        if (!files.some(({ url }) => url === 'index.html'))
          this.error('index.html is not in the bundle');
        this.emitFile({ type: 'asset', fileName: 'sw.js', source: await serviceWorker(files) });
      },
    },
  };
}

function publicFiles(folder: string): { url: string; bytes: Uint8Array }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return { url: path.slice(folder.length + 1), bytes: readFileSync(path) };
    });
}

function siteFile(url: string, bytes: string | Uint8Array): SiteFile {
  const hashed = url.startsWith('assets/');
  const revision = hashed ? null : createHash('sha256').update(bytes).digest('hex').slice(0, 16);
  return { url, revision };
}

async function serviceWorker(files: readonly SiteFile[]): Promise<string> {
  const outputs = await build({
    configFile: false,
    logLevel: 'error',
    define: {
      __SITE_FILES__: JSON.stringify(files),
      'process.env.NODE_ENV': JSON.stringify('production'),
    },
    build: {
      write: false,
      target: 'es2023',
      minify: true,
      lib: {
        entry: 'src/offline/service-worker.ts',
        formats: ['iife'],
        name: 'offline',
        fileName: 'sw',
      },
    },
  });
  const [output] = outputs as Rolldown.RolldownOutput[];
  const [chunk] = output?.output ?? [];
  if (chunk?.type !== 'chunk') throw new Error('the service worker could not be bundled');
  return chunk.code;
}
