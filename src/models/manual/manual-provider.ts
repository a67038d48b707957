import { codeBlock } from '../../core/prompts/parts.ts';
import type {
  GenerationEvent,
  GenerationRequest,
  ManualDesk,
  Provider,
  Session,
} from '../../run/ports.ts';
import { ProviderError } from '../../run/ports.ts';
import { QuestionDesk } from './manual-desk.ts';

/** The provider and the desk over which the page hands it the visitor's answers. */
export interface ManualProvider extends Provider {
  readonly desk: ManualDesk;
}

/** The visitor as the model: every answer is written or pasted by hand. */
export function createManualProvider(): ManualProvider {
  const desk = new QuestionDesk();
  return {
    id: 'manual',
    title: 'Write it yourself',
    description: 'You are the model: write or paste the code, and see which exploits still work.',
    capabilities: { seed: false, temperature: false, usage: false, systemRole: true },
    desk,
    probe: async () => ({ ok: true, device: { backend: 'none' } }),
    models: async () => [
      {
        id: 'visitor',
        title: 'You',
        description: 'The code that you write or paste.',
        recommended: true,
      },
    ],
    async load(_modelId, { signal, onProgress }) {
      if (signal.aborted) throw new ProviderError('aborted', 'Loading was cancelled.');
      onProgress({ phase: 'ready', ratio: 1 });
      return new ManualSession(desk);
    },
  };
}

class ManualSession implements Session {
  readonly device = { backend: 'none' } as const;
  readonly #desk: QuestionDesk;
  readonly #disposed = new AbortController();

  constructor(desk: QuestionDesk) {
    this.#desk = desk;
  }

  async *generate({
    subject,
    messages,
    signal,
  }: GenerationRequest): AsyncGenerator<GenerationEvent, void, void> {
    const either = AbortSignal.any([signal, this.#disposed.signal]);
    const answer = await this.#desk.ask({ subject, messages }, either);
    if (answer?.kind === 'text') {
      const delta = asAnswer(answer.text);
      if (delta !== '') yield { type: 'text', delta };
      yield { type: 'done', finish: either.aborted ? 'aborted' : 'stop' };
      return;
    }
    yield { type: 'done', finish: 'aborted' };
  }

  async dispose(): Promise<void> {
    this.#disposed.abort();
  }
}

/** How Python code begins, and prose does not: an import, a definition, a comment, a call, an assignment. */
const CODE_BEGINS =
  /^\s*(?:import |from \w|def |class |async def |@\w|#|r?"""|r?'''|if __name__|try:|[A-Za-z_][\w.]*(?:[([]|\s*=))/;

/**
 * The visitor's text as an answer: bare code goes into a fenced block, so that extraction takes all of it,
 * also where the entry point is missing or a docstring holds a fence. Other text with a fence is the answer
 * of a model, pasted as it is.
 */
export function asAnswer(text: string): string {
  if (text.trim() === '') return '';
  const pasted = /^ {0,3}(```|~~~)/m.test(text) && !CODE_BEGINS.test(text);
  return pasted ? text : `${codeBlock(text)}\n`;
}
