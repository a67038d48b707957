import { defineConfig } from 'vite';
import { engineAssets } from '../../../scripts/build/engine-assets.ts';

export default defineConfig({
  root: 'tests/sandbox/pages',
  base: './',
  logLevel: 'warn',
  plugins: [engineAssets()],
  build: {
    target: 'es2023',
    outDir: '../../../.cache/sandbox-pages',
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: ['tests/sandbox/pages/walled.html', 'tests/sandbox/pages/open.html'],
    },
  },
});
