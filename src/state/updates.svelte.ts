import type { Adapters } from './adapters.ts';
import type { EngineState } from './engine.svelte.ts';
import type { MessagesState } from './messages.svelte.ts';

/** The site's files in this browser: kept for use without a network, and replaced by a newer version. */
export class UpdatesState {
  #newVersion = $state.raw(false);
  readonly #takeOver: () => void;

  constructor(
    { keepOffline }: Pick<Adapters, 'keepOffline'>,
    engine: EngineState,
    messages: MessagesState,
  ) {
    this.#takeOver = keepOffline(engine.untilReady(), {
      onKept: () => messages.speak('This site now works without a network.'),
      onNewVersion: () => {
        this.#newVersion = true;
      },
    });
  }

  /** Whether a newer version of the site waits. */
  get newVersion(): boolean {
    return this.#newVersion;
  }

  /** Loads the newer version. What is finished is stored; a run that is under way can be resumed. */
  load(): void {
    this.#takeOver();
  }
}
