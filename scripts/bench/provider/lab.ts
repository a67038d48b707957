/**
 * Two readers of the same words on one page: the site's provider, and the barest loop that can be written; of a
 * server's stream, and of the engine on the processor.
 */
import { Wllama } from '@wllama/wllama/esm/index.js';
import wasmUrl from '@wllama/wllama/esm/wasm/wllama.wasm?url';
import { createOpenaiProvider } from '../../../src/models/openai-compatible/index.ts';
import { createWllamaProvider } from '../../../src/models/wllama/index.ts';
import type { Endpoint, GenerationRequest, Session } from '../../../src/run/ports.ts';

export interface Reading {
  readonly tokens: number;
  readonly ms: number;
  /** Tasks of more than 50 ms on the page's thread meanwhile. */
  readonly longTasks: number;
}

export interface ProviderBench {
  ours(base: string, model: string): Promise<Reading>;
  bare(base: string, model: string): Promise<Reading>;
  /** Loads the model at an address twice: for the provider, and for the engine's own loop. */
  loadGguf(url: string): Promise<void>;
  ourEngine(): Promise<Reading>;
  bareEngine(): Promise<Reading>;
}

declare global {
  interface Window {
    providerBench: ProviderBench;
  }
}

const MESSAGES = [{ role: 'user', content: 'Go on.' }] as const;
const sessions = new Map<string, Session>();

async function sessionOf(base: string, model: string): Promise<Session> {
  const known = sessions.get(model);
  if (known !== undefined) return known;
  const endpoint: Endpoint = {
    preset: 'custom',
    baseUrl: base,
    key: '',
    parallel: 1,
    model,
    price: null,
  };
  const provider = createOpenaiProvider({ endpoints: { current: endpoint, of: () => endpoint } });
  const { signal } = new AbortController();
  const session = await provider.load(`custom/${model}`, { signal, onProgress: () => undefined });
  sessions.set(model, session);
  return session;
}

async function measured(read: () => Promise<number>): Promise<Reading> {
  const observer = new PerformanceObserver(() => undefined);
  observer.observe({ type: 'longtask' });
  const started = performance.now();
  const tokens = await read();
  const ms = performance.now() - started;
  // A task is reported after it ended.
  await new Promise((resolve) => setTimeout(resolve, 20));
  const longTasks = observer.takeRecords().length;
  observer.disconnect();
  return { tokens, ms, longTasks };
}

function readSession(session: Session): Promise<Reading> {
  const request: GenerationRequest = {
    messages: MESSAGES,
    temperature: 0,
    maxTokens: 100_000,
    seed: 1,
    subject: { task: 'generation', sampleId: 'CWE-000/none', attemptIndex: 0 },
    signal: new AbortController().signal,
  };
  return measured(async () => {
    let tokens = 0;
    for await (const event of session.generate(request)) if (event.type === 'text') tokens += 1;
    return tokens;
  });
}

let engines: { readonly ours: Session; readonly bare: Wllama } | null = null;

function loaded(): NonNullable<typeof engines> {
  if (engines === null) throw new Error('no model is loaded');
  return engines;
}

window.providerBench = {
  ours: async (base, model) => readSession(await sessionOf(base, model)),
  async loadGguf(url) {
    const file = new File([await (await fetch(url)).blob()], 'bench.gguf');
    const source = { kind: 'files', id: 'file/bench', title: 'bench', files: [file] } as const;
    const provider = createWllamaProvider({ custom: { list: [source] } });
    const { signal } = new AbortController();
    const bare = new Wllama({ default: wasmUrl });
    // The engine's own settings but for the size of the context, which is the provider's.
    await bare.loadModel([file], { n_ctx: 8192, n_gpu_layers: 0 });
    engines = {
      bare,
      ours: await provider.load(source.id, { signal, onProgress: () => undefined }),
    };
  },
  ourEngine: async () => readSession(loaded().ours),
  bareEngine: () =>
    measured(async () => {
      let tokens = 0;
      await loaded().bare.createChatCompletion({
        messages: [...MESSAGES],
        temperature: 0,
        max_tokens: 100_000,
        seed: 1,
        stream: true,
        onData: ({ choices }) => {
          if ((choices[0]?.delta.content ?? '') !== '') tokens += 1;
        },
      });
      return tokens;
    }),
  bare: (base, model) =>
    measured(async () => {
      const response = await fetch(`${base}/chat/completions`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ model, messages: MESSAGES, stream: true }),
      });
      if (response.body === null) throw new Error('no body');
      const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
      let rest = '';
      let tokens = 0;
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return tokens;
        const events = (rest + value).split('\n\n');
        rest = events.pop() ?? '';
        for (const event of events) {
          const data = event.slice('data: '.length);
          if (data === '[DONE]') return tokens;
          const chunk = JSON.parse(data) as { choices: { delta: { content?: string } }[] };
          if (chunk.choices[0]?.delta.content !== undefined) tokens += 1;
        }
      }
    }),
};
