import type { ModelInfo, Probe, Provider, ProviderId } from '../run/ports.ts';
import { ProviderError } from '../run/ports.ts';

/** What is known of one provider on this device. */
export interface Shelf {
  readonly probe: Probe | null;
  readonly models: readonly ModelInfo[];
  /** Why the list could not be had. */
  readonly problem: string | null;
}

const UNKNOWN: Shelf = { probe: null, models: [], problem: null };

/** Where models come from: each provider is asked once, when the visitor first looks at it. */
export class ModelShelf {
  readonly providers: readonly Provider[];
  #shelves = $state.raw<ReadonlyMap<ProviderId, Shelf>>(new Map());
  /** What is being asked or was answered; aborted once the answer is no longer wanted. */
  readonly #asked = new Map<ProviderId, AbortController>();

  constructor(providers: readonly Provider[]) {
    this.providers = providers;
  }

  provider(id: ProviderId): Provider | null {
    return this.providers.find((provider) => provider.id === id) ?? null;
  }

  shelf(id: ProviderId): Shelf {
    return this.#shelves.get(id) ?? UNKNOWN;
  }

  /** Asks what this device can do and which models there are; does nothing when that is known. */
  async look(id: ProviderId): Promise<void> {
    const provider = this.provider(id);
    if (provider === null || this.#asked.has(id)) return;
    const asking = new AbortController();
    this.#asked.set(id, asking);
    const put = (shelf: Shelf): void => {
      if (!asking.signal.aborted) this.#put(id, shelf);
    };
    try {
      const probe = await provider.probe();
      put({ ...UNKNOWN, probe });
      const models = await provider.models(asking.signal);
      put({ probe, models, problem: null });
    } catch (error) {
      if (asking.signal.aborted) return;
      this.#asked.delete(id);
      put({ ...this.shelf(id), problem: sentenceOf(error) });
    }
  }

  /** What was known no longer holds: the visitor means another server. */
  forget(id: ProviderId): void {
    this.#asked.get(id)?.abort();
    this.#asked.delete(id);
    if (this.#shelves.has(id)) this.#put(id, UNKNOWN);
  }

  /** What the provider keeps on this device has changed, where it keeps anything. */
  forgetKept(id: ProviderId): void {
    if (this.provider(id)?.keeper !== undefined) this.forget(id);
  }

  #put(id: ProviderId, shelf: Shelf): void {
    this.#shelves = new Map(this.#shelves).set(id, shelf);
  }
}

function sentenceOf(error: unknown): string {
  // It says what to do by itself.
  if (error instanceof ProviderError) return error.message;
  return `The list of models can’t be had: ${error instanceof Error ? error.message : String(error)}`;
}
