import * as v from 'valibot';
import type { GgufReading, GgufSource, GgufSources } from '../run/gguf-source.ts';
import { readGgufAddress, readGgufFiles } from '../run/gguf-source.ts';
import type { Settings } from './settings.ts';

const KEY = 'gguf-addresses';
const stored = v.array(v.string());

/** The models in GGUF files that the visitor added. Addresses are remembered; files last as long as the page. */
export class GgufsState implements GgufSources {
  readonly #settings: Settings;
  readonly #changed: () => void;
  #list = $state.raw<readonly GgufSource[]>([]);

  /** @param changed is called when the list is another one: what is known of its models no longer holds */
  constructor(settings: Settings, changed: () => void) {
    this.#settings = settings;
    this.#changed = changed;
    const kept = v.safeParse(stored, settings.read(KEY));
    if (!kept.success) return;
    this.#list = kept.output.flatMap((address) => {
      const reading = readGgufAddress(address);
      return reading.ok ? [reading.source] : [];
    });
  }

  get list(): readonly GgufSource[] {
    return this.#list;
  }

  addAddress(text: string): GgufReading {
    const reading = readGgufAddress(text);
    if (reading.ok) this.#add(reading.source);
    return reading;
  }

  /** Makes models of chosen or dropped files; what can't be one is told, the others are added. */
  addFiles(files: readonly File[]): readonly GgufReading[] {
    const readings = readGgufFiles(files);
    for (const reading of readings) if (reading.ok) this.#add(reading.source);
    return readings;
  }

  remove(id: string): void {
    this.#put(this.#list.filter((source) => source.id !== id));
  }

  #add(source: GgufSource): void {
    this.#put([source, ...this.#list.filter(({ id }) => id !== source.id)]);
  }

  #put(list: readonly GgufSource[]): void {
    this.#list = list;
    this.#settings.write(
      KEY,
      list.flatMap((source) => (source.kind === 'address' ? [source.url] : [])),
    );
    this.#changed();
  }
}
