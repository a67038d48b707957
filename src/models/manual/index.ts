export { createManualProvider } from './manual-provider.ts';
export type { ManualProvider } from './manual-provider.ts';
