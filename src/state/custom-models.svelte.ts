import * as v from 'valibot';
import type { CustomModel, CustomModelReading, CustomModels } from '../run/custom-model.ts';
import { readCustomModel } from '../run/custom-model.ts';
import type { Settings } from './settings.ts';

const KEY = 'webllm-models';
const stored = v.array(v.object({ weights: v.string(), library: v.string() }));

/** The models for the graphics card that the visitor added, remembered on this device. */
export class CustomModelsState implements CustomModels {
  readonly #settings: Settings;
  readonly #changed: () => void;
  #list = $state.raw<readonly CustomModel[]>([]);

  /** @param changed is called when the list is another one: what is known of its models no longer holds */
  constructor(settings: Settings, changed: () => void) {
    this.#settings = settings;
    this.#changed = changed;
    const kept = v.safeParse(stored, settings.read(KEY));
    if (!kept.success) return;
    // Read again, as if typed: what was written by an older version may no longer be taken.
    this.#list = kept.output.flatMap(({ weights, library }) => {
      const reading = readCustomModel(weights, library);
      return reading.ok ? [reading.model] : [];
    });
  }

  get list(): readonly CustomModel[] {
    return this.#list;
  }

  /** Adds a model by its two addresses; one of the same name is replaced. */
  add(weights: string, library: string): CustomModelReading {
    const reading = readCustomModel(weights, library);
    if (reading.ok) {
      const others = this.#list.filter(({ name }) => name !== reading.model.name);
      this.#put([reading.model, ...others]);
    }
    return reading;
  }

  remove(name: string): void {
    this.#put(this.#list.filter((model) => model.name !== name));
  }

  #put(list: readonly CustomModel[]): void {
    this.#list = list;
    this.#settings.write(
      KEY,
      list.map(({ weightsUrl, libraryUrl }) => ({ weights: weightsUrl, library: libraryUrl })),
    );
    this.#changed();
  }
}
