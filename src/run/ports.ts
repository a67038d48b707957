/** What a run needs from outside; the adapters of `models`, `sandbox` and `storage` implement it. */
export * from './ports/answer-sets.ts';
export * from './ports/device.ts';
export * from './ports/endpoints.ts';
export * from './ports/kept.ts';
export * from './ports/manual-desk.ts';
export * from './ports/models.ts';
export * from './ports/sandbox.ts';
export * from './ports/storage.ts';
