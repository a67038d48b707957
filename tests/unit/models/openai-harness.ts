import { onTestFinished } from 'vitest';
import type { PageFacts } from '../../../src/models/openai-compatible/explain-unreachable.ts';
import { createOpenaiProvider } from '../../../src/models/openai-compatible/index.ts';
import type {
  Endpoint,
  GenerationEvent,
  GenerationRequest,
  Provider,
  Session,
} from '../../../src/run/ports.ts';
import type { Sleep } from '../../../src/run/sleep.ts';
import { type FaultOptions, type FaultServer, startFaultServer } from '../../fakes/fault-server.ts';
import { requestOf } from './provider-contract.ts';

export interface Setting {
  readonly endpoint?: Partial<Endpoint>;
  readonly sleep?: Sleep;
  readonly fetch?: typeof fetch;
  readonly page?: Partial<PageFacts>;
  now?(): number;
}

/** A page on the same device, which needs no permission. */
const PAGE: PageFacts = {
  origin: 'http://localhost:4173',
  online: () => true,
  permission: async () => null,
};

/** The provider with one endpoint at `baseUrl`. Silences never end, unless `sleep` says otherwise. */
export function providerAt(baseUrl: string, setting: Setting = {}): Provider {
  const endpoint: Endpoint = {
    preset: 'custom',
    baseUrl,
    key: '',
    parallel: 3,
    model: '',
    price: null,
    ...setting.endpoint,
  };
  return createOpenaiProvider({
    endpoints: {
      current: endpoint,
      of: (preset) => (preset === endpoint.preset ? endpoint : null),
    },
    page: { ...PAGE, ...setting.page },
    sleep: setting.sleep ?? never,
    ...(setting.fetch ? { fetch: setting.fetch } : {}),
    ...(setting.now ? { now: setting.now } : {}),
  });
}

/** Waits until the signal aborts. */
export const never: Sleep = (_ms, signal) =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });

/** A fake server that is closed when the test is over. */
export async function serve(options: FaultOptions = {}): Promise<FaultServer> {
  const server = await startFaultServer(options);
  onTestFinished(() => server.close());
  return server;
}

export function load(provider: Provider, modelId = 'custom/tiny'): Promise<Session> {
  const { signal } = new AbortController();
  return provider.load(modelId, { signal, onProgress: () => undefined });
}

/** A session with a fake server, and the server. */
export async function open(
  options: FaultOptions,
  setting: Setting = {},
): Promise<{ server: FaultServer; session: Session }> {
  const server = await serve(options);
  return { server, session: await load(providerAt(server.url, setting)) };
}

export async function eventsOf(
  session: Session,
  changes: Partial<GenerationRequest> = {},
): Promise<GenerationEvent[]> {
  const request = { ...requestOf(new AbortController().signal), ...changes };
  const events: GenerationEvent[] = [];
  for await (const event of session.generate(request)) events.push(event);
  return events;
}

export function textOf(events: readonly GenerationEvent[]): string {
  return events.map((event) => (event.type === 'text' ? event.delta : '')).join('');
}
