export { createOpenaiProvider } from './openai-provider.ts';
export { ENDPOINT_PRESETS } from './presets.ts';
