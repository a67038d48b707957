import { defineConfig } from 'vite';

export default defineConfig({
  root: 'scripts/bench/provider',
  base: './',
  logLevel: 'warn',
  build: {
    target: 'es2023',
    outDir: '../../../.cache/bench-provider',
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: 'scripts/bench/provider/lab.html' },
  },
});
