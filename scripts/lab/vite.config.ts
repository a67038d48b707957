import { defineConfig } from 'vite';
import { engineAssets } from '../build/engine-assets.ts';

export default defineConfig({
  root: 'scripts/lab',
  base: './',
  plugins: [engineAssets()],
  build: {
    target: 'es2023',
    outDir: '../../.cache/lab',
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: 'scripts/lab/lab.html' },
  },
});
