import type { Dataset, Sample, SampleId } from '../core/dataset/sample.ts';
import type { Adapters } from './adapters.ts';

/** The data set, loaded once when a screen first needs it. */
export class DatasetState {
  readonly #fetch: () => Promise<Dataset>;
  #dataset = $state.raw<Dataset | null>(null);
  #problem = $state.raw<string | null>(null);
  #loading: Promise<Dataset> | null = null;
  readonly #byId = $derived(
    new Map(this.#dataset?.samples.map((sample) => [sample.id, sample]) ?? []),
  );

  constructor(adapters: Pick<Adapters, 'fetchDataset'>) {
    this.#fetch = () => adapters.fetchDataset();
  }

  /** Null until it is there. */
  get dataset(): Dataset | null {
    return this.#dataset;
  }

  get samples(): readonly Sample[] {
    return this.#dataset?.samples ?? [];
  }

  /** Why it could not be loaded; a new `load` tries again. */
  get problem(): string | null {
    return this.#problem;
  }

  sample(id: SampleId): Sample | null {
    return this.#byId.get(id) ?? null;
  }

  load(): Promise<Dataset> {
    this.#loading ??= this.#loadOnce();
    return this.#loading;
  }

  async #loadOnce(): Promise<Dataset> {
    try {
      const dataset = await this.#fetch();
      this.#dataset = dataset;
      this.#problem = null;
      return dataset;
    } catch (error) {
      this.#loading = null;
      const detail = error instanceof Error ? error.message : String(error);
      this.#problem = `The samples could not be loaded (${detail}). Check the connection and try again.`;
      throw new Error(this.#problem, { cause: error });
    }
  }
}
