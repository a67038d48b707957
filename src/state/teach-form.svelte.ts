import * as v from 'valibot';
import type { Dataset, SampleId } from '../core/dataset/sample.ts';
import { MAX_TRIES_BEFORE_HELP, MODES, type Exercise } from '../core/teach/exercise.ts';
import type { Settings } from './settings.ts';

const rule = v.nullable(
  v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_TRIES_BEFORE_HELP)),
);

const form = v.object({
  title: v.string(),
  mode: v.picklist(MODES),
  helps: v.object({ weakness: rule, explanation: rule, tests: rule, solution: rule }),
  asksName: v.boolean(),
  sampleIds: v.array(v.string()),
});

/** What a teacher chose, before it is an exercise. */
export type TeachChoices = v.InferOutput<typeof form>;

const DEFAULTS: TeachChoices = {
  title: '',
  mode: 'repair',
  helps: { weakness: 0, explanation: 2, tests: 3, solution: null },
  asksName: true,
  sampleIds: [],
};

const KEY = 'teach';

/** Digits of the data set's version that an exercise keeps. */
const VERSION_DIGITS = 12;

/** The form that makes an exercise. What was chosen last is there again on the next visit. */
export class TeachForm {
  readonly #settings: Settings;
  #choices = $state.raw<TeachChoices>(DEFAULTS);

  constructor(settings: Settings) {
    this.#settings = settings;
    const stored = v.safeParse(form, settings.read(KEY));
    if (stored.success) this.#choices = stored.output;
  }

  get choices(): TeachChoices {
    return this.#choices;
  }

  change(part: Partial<TeachChoices>): void {
    this.#choices = { ...this.#choices, ...part };
    this.#settings.write(KEY, this.#choices);
  }

  /** Chooses or leaves samples; what was chosen before stays. */
  pick(ids: readonly SampleId[], chosen: boolean): void {
    const now = new Set(this.#choices.sampleIds);
    for (const id of ids) {
      if (chosen) now.add(id);
      else now.delete(id);
    }
    this.change({ sampleIds: [...now] });
  }

  /** The exercise of the choices, with the samples that the data set has. */
  exercise(dataset: Dataset): Exercise {
    const chosen = new Set(this.#choices.sampleIds);
    const sampleIds = dataset.samples.map(({ id }) => id).filter((id) => chosen.has(id));
    return {
      ...this.#choices,
      title: this.#choices.title.trim(),
      datasetVersion: dataset.version.slice(0, VERSION_DIGITS),
      sampleIds: sampleIds.toSorted(),
    };
  }
}
