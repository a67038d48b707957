import type { Sample, SampleId } from '../../core/dataset/sample.ts';
import type {
  GenerationEvent,
  GenerationRequest,
  ModelInfo,
  Provider,
  Session,
} from '../../run/ports.ts';
import { ProviderError } from '../../run/ports.ts';
import type { Sleep } from '../../run/sleep.ts';
import { sleep } from '../../run/sleep.ts';
import { answerText } from './answers.ts';
import type { ReferenceModelId } from './mix.ts';
import { kindOf, parseModelId } from './mix.ts';

export interface ReferenceOptions {
  /** The sample with this id, or null where the data set has none. */
  lookup(id: SampleId): Promise<Sample | null> | Sample | null;
  /** The wait before each piece of an answer; real time by default. */
  readonly sleep?: Sleep;
}

const MODELS: readonly (ModelInfo & { readonly id: ReferenceModelId })[] = [
  {
    id: 'insecure',
    title: 'Insecure reference',
    description:
      'Answers with the insecure code of every sample: it works, and it can be exploited.',
    recommended: true,
  },
  {
    id: 'secure',
    title: 'Secure reference',
    description: 'Answers with the secure code of every sample.',
  },
  {
    id: 'mix',
    title: 'Seeded mix',
    description:
      'Draws by the seed: 40 % secure, 35 % insecure, 15 % do nothing, 10 % refuse. The true scores are known.',
  },
];

/** Pieces into which an answer is cut, so that the page shows it growing. */
const PIECES = 8;

/** The data set’s own solutions as if a model had written them: the check of the whole pipeline. */
export function createReferenceProvider(options: ReferenceOptions): Provider {
  return {
    id: 'reference',
    title: 'Reference solutions',
    description:
      'No model: the answers come from the data set. Shows in seconds how a run works, with nothing to download.',
    capabilities: { seed: true, temperature: false, usage: false, systemRole: true },
    typicalMs: 60,
    probe: async () => ({ ok: true, device: { backend: 'none' } }),
    models: async () => MODELS,
    async load(modelId, { signal, onProgress }) {
      const model = parseModelId(modelId);
      if (model === null) {
        throw new ProviderError(
          'unsupported',
          `There are no reference solutions called “${modelId}”. Choose another model.`,
        );
      }
      if (signal.aborted) throw new ProviderError('aborted', 'Loading was cancelled.');
      onProgress({ phase: 'ready', ratio: 1 });
      return new ReferenceSession(model, options);
    },
  };
}

class ReferenceSession implements Session {
  readonly device = { backend: 'none' } as const;
  readonly answersAreReferences = true;
  readonly #model: ReferenceModelId;
  readonly #options: ReferenceOptions;
  readonly #disposed = new AbortController();

  constructor(model: ReferenceModelId, options: ReferenceOptions) {
    this.#model = model;
    this.#options = options;
  }

  async *generate(request: GenerationRequest): AsyncGenerator<GenerationEvent, void, void> {
    const { lookup, sleep: wait = sleep } = this.#options;
    const signal = AbortSignal.any([request.signal, this.#disposed.signal]);
    const sample = await lookup(request.subject.sampleId);
    if (sample === null) {
      throw new ProviderError(
        'unsupported',
        `The data set has no sample ${request.subject.sampleId}. Reload the page and start a new run.`,
      );
    }
    const text = answerText(kindOf(this.#model, request.seed), sample);
    const length = Math.ceil(text.length / PIECES);
    for (let start = 0; start < text.length; start += length) {
      try {
        await wait(4, signal);
      } catch (error) {
        if (!signal.aborted) throw error;
        break;
      }
      yield { type: 'text', delta: text.slice(start, start + length) };
    }
    yield { type: 'done', finish: signal.aborted ? 'aborted' : 'stop' };
  }

  async dispose(): Promise<void> {
    this.#disposed.abort();
  }
}
