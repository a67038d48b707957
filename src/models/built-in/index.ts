export { createBuiltInProvider, type BuiltInOptions } from './built-in-provider.ts';
