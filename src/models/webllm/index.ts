export { createWebllmProvider } from './webllm-provider.ts';
export type { WebllmOptions } from './webllm-provider.ts';
