export { createWllamaProvider } from './wllama-provider.ts';
