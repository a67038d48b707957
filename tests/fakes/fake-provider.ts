import type {
  Capabilities,
  GenerationEvent,
  GenerationRequest,
  Provider,
  Session,
} from '../../src/run/ports.ts';

/** What the scripted model does, step by step. */
export type FakeStep =
  | { readonly text: string }
  | { readonly fail: Error }
  /** Nothing more comes until the request is aborted. */
  | { readonly hang: true };

export interface FakeProvider extends Provider {
  /** Every request that was made. */
  readonly requests: readonly GenerationRequest[];
  /** Requests whose engine is at work. */
  readonly running: number;
}

const CAPABILITIES: Capabilities = {
  seed: true,
  temperature: true,
  usage: false,
  systemRole: true,
};

/** A provider that follows a script, for every request the one that `script` gives. */
export function fakeProvider(
  script: (request: GenerationRequest, call: number) => readonly FakeStep[],
): FakeProvider {
  const requests: GenerationRequest[] = [];
  let running = 0;

  function session(): Session {
    const disposed = new AbortController();
    return {
      device: { backend: 'none' },
      async *generate(request): AsyncGenerator<GenerationEvent, void, void> {
        const signal = AbortSignal.any([request.signal, disposed.signal]);
        requests.push(request);
        running += 1;
        try {
          for (const step of script(request, requests.length - 1)) {
            await new Promise((resolve) => setTimeout(resolve, 0));
            if (signal.aborted) break;
            if ('fail' in step) throw step.fail;
            if ('hang' in step) await aborted(signal);
            else yield { type: 'text', delta: step.text };
          }
          yield { type: 'done', finish: signal.aborted ? 'aborted' : 'stop' };
        } finally {
          running -= 1;
        }
      },
      dispose: async () => disposed.abort(),
    };
  }

  return {
    id: 'fake',
    title: 'Fake',
    description: 'Follows a script.',
    capabilities: CAPABILITIES,
    requests,
    get running() {
      return running;
    },
    probe: async () => ({ ok: true, device: { backend: 'none' } }),
    models: async () => [{ id: 'scripted', title: 'Scripted', description: '' }],
    load: async () => session(),
  };
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
