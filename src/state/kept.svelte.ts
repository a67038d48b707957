import * as v from 'valibot';
import type { Keeper, KeptItem, Room } from '../run/ports.ts';
import { RUNS_KEEPER } from '../run/ports.ts';
import type { Adapters } from './adapters.ts';
import type { ModelShelf } from './model-shelf.svelte.ts';
import type { RunsState } from './runs.svelte.ts';
import type { Settings } from './settings.ts';

/** What one keeper has. */
export interface KeptGroup {
  readonly keeper: Keeper;
  readonly items: readonly KeptItem[];
  /** Sum of what is known; null where nothing is. */
  readonly bytes: number | null;
  /** Why it can't be listed. */
  readonly problem: string | null;
}

const USED = 'models-used';
const uses = v.record(v.string(), v.number());

/** Models by the time when they were last loaded here: caches don't tell it. */
export class ModelUse {
  readonly #settings: Settings;

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  note(provider: string, modelId: string, now: number): void {
    this.#settings.write(USED, { ...this.#all(), [`${provider}/${modelId}`]: now });
  }

  /** Milliseconds since 1970; null where it was never noted. */
  last(provider: string, modelId: string): number | null {
    return this.#all()[`${provider}/${modelId}`] ?? null;
  }

  #all(): v.InferOutput<typeof uses> {
    const stored = v.safeParse(uses, this.#settings.read(USED));
    return stored.success ? stored.output : {};
  }
}

/** Everything that this site keeps in the browser, as the page lists and removes it. */
export class KeptState {
  readonly #adapters: Adapters;
  readonly #runs: RunsState;
  readonly #shelf: ModelShelf;
  #groups = $state.raw<readonly KeptGroup[] | null>(null);
  #room = $state.raw<Room | null>(null);
  #persisted = $state.raw<boolean | null>(null);

  constructor(adapters: Adapters, runs: RunsState, shelf: ModelShelf) {
    this.#adapters = adapters;
    this.#runs = runs;
    this.#shelf = shelf;
  }

  /** Null until it was read. */
  get groups(): readonly KeptGroup[] | null {
    return this.#groups;
  }

  /** Null where the browser doesn't tell. */
  get room(): Room | null {
    return this.#room;
  }

  /** Whether the browser keeps it until the visitor removes it; null where it doesn't tell. */
  get persisted(): boolean | null {
    return this.#persisted;
  }

  async refresh(): Promise<void> {
    const { keepers, room } = this.#adapters;
    [this.#groups, this.#room, this.#persisted] = await Promise.all([
      Promise.all(keepers.map((keeper) => this.#groupOf(keeper))),
      room.estimate(),
      room.persisted(),
    ]);
  }

  async remove(keeper: Keeper, itemId: string): Promise<void> {
    // A run may be open on a screen, or under way.
    if (keeper.id === RUNS_KEEPER) await this.#runs.delete(itemId);
    else await keeper.remove(itemId);
    // What a provider has on this device is part of what is known of it.
    const owner = this.#adapters.providers.find((provider) => provider.keeper === keeper);
    if (owner !== undefined) this.#shelf.forget(owner.id);
    await this.refresh();
  }

  /** Asks the browser to keep everything until the visitor removes it. */
  async persist(): Promise<boolean> {
    const granted = await this.#adapters.room.persist();
    this.#persisted = await this.#adapters.room.persisted();
    return granted;
  }

  async #groupOf(keeper: Keeper): Promise<KeptGroup> {
    try {
      const items = (await keeper.list()).map((item) => this.#withUse(keeper, item));
      const sizes = items.flatMap(({ bytes }) => bytes ?? []);
      const bytes = sizes.length === 0 ? null : sizes.reduce((sum, size) => sum + size, 0);
      return { keeper, items: items.toSorted(bySize), bytes, problem: null };
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error);
      return { keeper, items: [], bytes: null, problem };
    }
  }

  #withUse(keeper: Keeper, item: KeptItem): KeptItem {
    const provider = this.#adapters.providers.find((each) => each.keeper === keeper);
    if (provider === undefined || item.modelId === undefined) return item;
    const last = new ModelUse(this.#adapters.settings).last(provider.id, item.modelId);
    return last === null ? item : { ...item, lastUsedAt: last };
  }
}

function bySize(a: KeptItem, b: KeptItem): number {
  return (b.bytes ?? 0) - (a.bytes ?? 0);
}
