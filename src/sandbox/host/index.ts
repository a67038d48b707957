export { createSandbox, type SandboxOptions } from './create-sandbox.ts';
export type { WorkerFigures } from './sandbox-worker.ts';
