/** Two readers of the same stream on one page: the site's provider, and the barest loop that can be written. */
import { createOpenaiProvider } from '../../../src/models/openai-compatible/index.ts';
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

window.providerBench = {
  async ours(base, model) {
    const session = await sessionOf(base, model);
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
  },
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
