export { createImportedProvider } from './imported-provider.ts';
