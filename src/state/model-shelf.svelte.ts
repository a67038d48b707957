import type { ModelInfo, Probe, Provider, ProviderId } from '../run/ports.ts';

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
  readonly #asked = new Set<ProviderId>();

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
    this.#asked.add(id);
    try {
      const probe = await provider.probe();
      this.#put(id, { ...UNKNOWN, probe });
      const models = await provider.models();
      this.#put(id, { probe, models, problem: null });
    } catch (error) {
      this.#asked.delete(id);
      const detail = error instanceof Error ? error.message : String(error);
      this.#put(id, { ...this.shelf(id), problem: `The list of models can’t be had: ${detail}` });
    }
  }

  #put(id: ProviderId, shelf: Shelf): void {
    this.#shelves = new Map(this.#shelves).set(id, shelf);
  }
}
