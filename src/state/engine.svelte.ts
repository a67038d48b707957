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

  /** Resolves when the engine is ready for the first time. */
  untilReady(): Promise<void> {
    return new Promise((resolve) => {
      const end = this.#sandbox.subscribe(({ phase }) => {
        if (phase !== 'ready') return;
        end();
        resolve();
      });
    });
  }

  /** Starts to load it before it is needed. What goes wrong stands in `status`. */
  warmUp(): void {
    this.#sandbox.prepare().catch(() => undefined);
  }
}
