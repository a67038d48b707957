export { createMemoryRunStore } from './memory-run-store.ts';
export { openRunStore } from './open-run-store.ts';
