export { createReferenceProvider } from './reference-provider.ts';
export type { ReferenceOptions } from './reference-provider.ts';
export { expectedVerdicts, MIX } from './mix.ts';
export type { ExpectedVerdict } from './mix.ts';
