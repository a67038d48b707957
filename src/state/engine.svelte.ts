import type { EngineStatus, Sandbox } from '../run/ports.ts';

/** The sandbox's engine as the page shows it. */
export class EngineState {
  readonly #sandbox: Sandbox;
  #status: EngineStatus = $state.raw({ phase: 'idle', loadedBytes: 0, totalBytes: 0 });

  constructor(sandbox: Sandbox) {
    this.#sandbox = sandbox;
    this.#status = sandbox.status;
    sandbox.subscribe((status) => {
      this.#status = status;
    });
  }

  get status(): EngineStatus {
    return this.#status;
  }

  /** Starts to load it before it is needed. What goes wrong stands in `status`. */
  warmUp(): void {
    this.#sandbox.prepare().catch(() => undefined);
  }
}
