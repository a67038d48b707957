import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import pyodideLock from 'pyodide/pyodide-lock.json' with { type: 'json' };
import packageJson from './package.json' with { type: 'json' };
import { datasetAsset } from './scripts/build/dataset-asset.ts';
import { engineAssets } from './scripts/build/engine-assets.ts';
import { offline } from './scripts/build/offline.ts';
import { licences } from './scripts/build/licences.ts';

/** Where disputes go. Forks name their own tracker, once, in package.json: `"bugs": { "url": … }`. */
const { bugs } = packageJson as { bugs?: { url?: string } };

export default defineConfig({
  // Relative links: the same build works at / and at /any/path/.
  base: './',
  plugins: [svelte(), datasetAsset(), engineAssets(), licences(), offline()],
  define: {
    __SITE_VERSION__: JSON.stringify(packageJson.version),
    __PYTHON_VERSION__: JSON.stringify(pyodideLock.info.python),
    __TRACKER_URL__: JSON.stringify(bugs?.url ?? null),
  },
  build: { target: 'es2023', sourcemap: false, modulePreload: { polyfill: false } },
  worker: { format: 'es' },
});
