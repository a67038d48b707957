export { createManualProvider } from './manual-provider.ts';
