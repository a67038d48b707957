import * as v from 'valibot';
import type { Endpoint, EndpointPreset, Endpoints } from '../run/ports.ts';
import { SECRET_SETTINGS, type Settings } from './settings.ts';

export const MAX_PARALLEL = 16;

/** US dollars for a million tokens. */
const dollars = v.pipe(v.number(), v.minValue(0), v.maxValue(1e6));

/** What the visitor set for one preset; no key is among it. */
const endpointSettings = v.object({
  baseUrl: v.string(),
  parallel: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MAX_PARALLEL)),
  model: v.string(),
  price: v.optional(v.nullable(v.object({ input: dollars, output: dollars })), null),
});
type EndpointSettings = v.InferOutput<typeof endpointSettings>;

const stored = v.object({
  preset: v.string(),
  settings: v.record(v.string(), endpointSettings),
});

const storedKeys = v.record(v.string(), v.string());

const SETTINGS = 'endpoints';
const KEYS = SECRET_SETTINGS.endpointKeys;

/**
 * The servers that the visitor uses, one for each preset. Keys belong to the origin that they were typed for, so
 * another address never gets them; they are kept on the device only where that was ticked.
 */
export class EndpointsState implements Endpoints {
  readonly presets: readonly EndpointPreset[];
  readonly #store: Settings;
  readonly #changed: () => void;
  #preset = $state.raw('');
  #settings = $state.raw<Readonly<Record<string, EndpointSettings>>>({});
  /** By origin. */
  #keys = $state.raw<Readonly<Record<string, string>>>({});
  /** Origins whose key is kept on this device. */
  #remembered = $state.raw<ReadonlySet<string>>(new Set());

  /** @param changed is called when another server or another key is meant: its models are then unknown. */
  constructor(presets: readonly EndpointPreset[], store: Settings, changed: () => void) {
    this.presets = presets;
    this.#store = store;
    this.#changed = changed;
    this.#preset = presets[0]?.id ?? '';
    const settings = v.safeParse(stored, store.read(SETTINGS));
    if (settings.success) {
      this.#settings = settings.output.settings;
      if (this.#known(settings.output.preset)) this.#preset = settings.output.preset;
    }
    const keys = v.safeParse(storedKeys, store.read(KEYS));
    if (keys.success) {
      this.#keys = keys.output;
      this.#remembered = new Set(Object.keys(keys.output));
    }
  }

  get current(): Endpoint {
    return this.#endpoint(this.#preset);
  }

  get preset(): EndpointPreset {
    const preset = this.#known(this.#preset);
    if (preset === null) throw new Error(`no preset ${this.#preset}`);
    return preset;
  }

  /** Whether the key of the current server is kept on this device. */
  get remembersKey(): boolean {
    return this.#remembered.has(originOf(this.current.baseUrl));
  }

  of(preset: string): Endpoint | null {
    return this.#known(preset) === null ? null : this.#endpoint(preset);
  }

  choose(preset: string): void {
    if (preset === this.#preset || this.#known(preset) === null) return;
    this.#preset = preset;
    this.#save();
    this.#changed();
  }

  /** Changes settings of the current server. */
  change(part: Partial<EndpointSettings>): void {
    const { baseUrl, parallel, model, price } = this.current;
    const next = { baseUrl, parallel, model, price, ...part };
    this.#settings = { ...this.#settings, [this.#preset]: next };
    this.#save();
    if (next.baseUrl !== baseUrl || next.model !== model) this.#changed();
  }

  setKey(key: string): void {
    this.#keys = { ...this.#keys, [originOf(this.current.baseUrl)]: key };
    this.#saveKeys();
    this.#changed();
  }

  /** Keeps the current server's key on this device, or forgets it there. */
  rememberKey(remember: boolean): void {
    const remembered = new Set(this.#remembered);
    const origin = originOf(this.current.baseUrl);
    if (remember) remembered.add(origin);
    else remembered.delete(origin);
    this.#remembered = remembered;
    this.#saveKeys();
  }

  #known(id: string): EndpointPreset | null {
    return this.presets.find((preset) => preset.id === id) ?? null;
  }

  #endpoint(id: string): Endpoint {
    const preset = this.#known(id);
    const defaults = {
      baseUrl: preset?.baseUrl ?? '',
      parallel: preset?.parallel ?? 1,
      model: '',
      price: null,
    };
    const settings = this.#settings[id] ?? defaults;
    return { preset: id, ...settings, key: this.#keys[originOf(settings.baseUrl)] ?? '' };
  }

  #save(): void {
    this.#store.write(SETTINGS, { preset: this.#preset, settings: this.#settings });
  }

  #saveKeys(): void {
    const kept = Object.entries(this.#keys).filter(
      ([origin, key]) => key !== '' && this.#remembered.has(origin),
    );
    this.#store.write(KEYS, Object.fromEntries(kept));
  }
}

/** The origin of an address; of what is no address, the text itself, which no server has. */
function originOf(baseUrl: string): string {
  try {
    return new URL(baseUrl.trim()).origin;
  } catch {
    return baseUrl;
  }
}
