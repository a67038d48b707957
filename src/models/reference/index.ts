export { expectedVerdicts } from './mix.ts';
export { createReferenceProvider } from './reference-provider.ts';
