import type { Endpoint, Endpoints, ModelInfo, Provider } from '../../run/ports.ts';
import { ProviderError } from '../../run/ports.ts';
import { sleep as realSleep, type Sleep } from '../../run/sleep.ts';
import { Client, type ClientDeps } from './client.ts';
import { browserFacts } from './explain-unreachable.ts';
import { listModels } from './list-models.ts';
import { openSession } from './openai-session.ts';

export interface OpenaiOptions extends Partial<ClientDeps> {
  readonly endpoints: Endpoints;
  /** Waits for silences and limits; real time by default. */
  readonly sleep?: Sleep;
}

/**
 * Models of a server that speaks OpenAI's chat completions, on the visitor's device or elsewhere. A model's id is
 * `preset/name`, so that a run that is resumed asks the kind of server that it began with.
 */
export function createOpenaiProvider(options: OpenaiOptions): Provider {
  const { endpoints, sleep = realSleep } = options;
  const now = options.now ?? (() => Date.now());
  const clientOf = (endpoint: Endpoint): Client =>
    new Client(endpoint, {
      fetch: options.fetch ?? globalThis.fetch.bind(globalThis),
      page: options.page ?? browserFacts(),
      now,
    });
  return {
    id: 'openai-compatible',
    title: 'A server or a service',
    description:
      'Ollama, LM Studio, llama.cpp, vLLM, OpenAI, OpenRouter, or any server that speaks their language.',
    capabilities: { seed: true, temperature: true, usage: true, systemRole: true },
    needsEndpoint: true,
    probe: async () => ({ ok: true, device: { backend: 'remote' } }),
    async models(signal = new AbortController().signal) {
      const endpoint = endpoints.current;
      const client = clientOf(endpoint);
      const typed = endpoint.model.trim();
      const listed =
        typed === '' ? await listModels(client, { signal, sleep }) : [modelInfo(typed)];
      return listed.map((model) => ({ ...model, id: `${endpoint.preset}/${model.id}` }));
    },
    async load(modelId, { signal, onProgress }) {
      const slash = modelId.indexOf('/');
      const endpoint = slash > 0 ? endpoints.of(modelId.slice(0, slash)) : null;
      if (endpoint === null) {
        throw new ProviderError(
          'unsupported',
          `“${modelId}” names no kind of server that this page knows. Choose a model under New run.`,
        );
      }
      try {
        onProgress({ phase: 'connect' });
        const session = await openSession(clientOf(endpoint), modelId.slice(slash + 1), {
          parallel: endpoint.parallel,
          price: endpoint.price,
          signal,
          sleep,
          now,
        });
        onProgress({ phase: 'ready', ratio: 1 });
        return session;
      } catch (error) {
        if (signal.aborted) throw new ProviderError('aborted', 'Loading was cancelled.');
        throw error;
      }
    },
  };
}

function modelInfo(name: string): ModelInfo {
  return { id: name, title: name, description: 'The name that you typed.', recommended: true };
}
