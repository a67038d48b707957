import { defineConfig } from 'vite';

export default defineConfig({
  root: 'tests/browser/webllm-lab',
  base: './',
  logLevel: 'warn',
  build: {
    target: 'es2023',
    outDir: '../../../.cache/webllm-lab',
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: 'tests/browser/webllm-lab/lab.html' },
  },
  worker: { format: 'es' },
});
