import { slotName } from '../../core/exchange/slot-names.ts';
import type {
  AnswerSet,
  GenerationEvent,
  GenerationRequest,
  ModelInfo,
  Provider,
  Session,
} from '../../run/ports.ts';
import { ProviderError } from '../../run/ports.ts';
import { answersOf, type AnswerSource, type AnswerStores } from './answer-source.ts';

/** Answers that were made elsewhere or in an earlier run, said again as if a model said them now. */
export function createImportedProvider(stores: AnswerStores): Provider {
  return {
    id: 'imported',
    title: 'Answers from elsewhere',
    description:
      'Scores answers that another tool has generated: samples.jsonl, batch output, a folder or zip, pasted text.',
    capabilities: { seed: false, temperature: false, usage: false, systemRole: true },
    typicalMs: 1,
    probe: async () => ({ ok: true, device: { backend: 'none' } }),
    models: async () => (await stores.answerSets.listAnswerSets()).map(infoOf),
    async load(modelId, { signal, onProgress }) {
      const source = await answersOf(modelId, stores);
      if (signal.aborted) throw new ProviderError('aborted', 'Loading was cancelled.');
      onProgress({ phase: 'ready', ratio: 1 });
      return new ReplaySession(source);
    },
  };
}

function infoOf({ id, title, sampleIds, count, attemptsPerSample }: AnswerSet): ModelInfo {
  const answers = `${count} ${count === 1 ? 'answer' : 'answers'}`;
  const samples = `${sampleIds.length} ${sampleIds.length === 1 ? 'sample' : 'samples'}`;
  return {
    id,
    title,
    description: `${answers} to ${samples}, up to ${attemptsPerSample} each.`,
    answers: { sampleIds, attemptsPerSample },
  };
}

/** Tells the answers of a source; a question without one is skipped. */
class ReplaySession implements Session {
  readonly device;
  readonly engine?: string;
  readonly honours?: NonNullable<Session['honours']>;
  /** Answers are there at once; a few at a time keep the sandbox busy. */
  readonly parallel = 4;
  readonly #answers: ReadonlyMap<string, AnswerSource['answers'][number]>;
  readonly #disposed = new AbortController();

  constructor({ answers, device, engine, honours }: AnswerSource) {
    this.device = device;
    if (engine !== undefined) this.engine = engine;
    if (honours !== undefined) this.honours = honours;
    this.#answers = new Map(answers.map((answer) => [slotName(answer), answer]));
  }

  async *generate({
    subject: { sampleId, attemptIndex },
    signal,
  }: GenerationRequest): AsyncGenerator<GenerationEvent, void, void> {
    const aborted = () => signal.aborted || this.#disposed.signal.aborted;
    const answer = this.#answers.get(slotName({ sampleId, index: attemptIndex }));
    if (answer === undefined || aborted()) {
      yield { type: 'done', finish: 'aborted' };
      return;
    }
    if (answer.text !== '') yield { type: 'text', delta: answer.text };
    yield aborted()
      ? { type: 'done', finish: 'aborted' }
      : { type: 'done', finish: answer.finish ?? 'stop', replayed: true };
  }

  async dispose(): Promise<void> {
    this.#disposed.abort();
  }
}
