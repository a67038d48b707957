import { afterAll, beforeAll, expect, test } from 'vitest';
import { createOpenaiProvider } from '../../src/models/openai-compatible/index.ts';
import type { Endpoint, GenerationEvent, Provider, Session } from '../../src/run/ports.ts';
import { requestOf } from '../unit/models/provider-contract.ts';
import { knownAnswers, samplesOf } from '../gguf/known-answers.ts';
import { scriptedModel } from '../gguf/scripted-model.ts';
import { CONTEXT_SIZE, type LlamaServer, startLlamaServer } from './llama-server.ts';
import { written } from './written-model.ts';

// The OpenAI-compatible provider on a real engine over real HTTP. Any model does: nothing here depends on what
// it says, only on how.

const [FIRST] = knownAnswers(samplesOf('CWE-022'));
if (FIRST === undefined) throw new Error('no answer is known');
const MODEL = scriptedModel({
  text: FIRST.text,
  otherwise: { text: 'Another one, with a few words.', probability: 0.5 },
});

let server: LlamaServer;
let provider: Provider;
let session: Session;

beforeAll(async () => {
  const { ENGINE_PACKAGES, ENGINE_MODEL } = process.env;
  if (ENGINE_PACKAGES === undefined) throw new Error('start this by npm run test:engines');
  server = await startLlamaServer(ENGINE_PACKAGES, ENGINE_MODEL ?? written(MODEL));
  const endpoint: Endpoint = {
    preset: 'custom',
    baseUrl: server.url,
    key: '',
    parallel: 2,
    model: '',
    price: null,
  };
  const page = { origin: 'http://localhost', online: () => true, permission: async () => null };
  provider = createOpenaiProvider({ endpoints: { current: endpoint, of: () => endpoint }, page });
  session = await provider.load('custom/tiny', {
    signal: new AbortController().signal,
    onProgress: () => undefined,
  });
});

afterAll(() => server?.close());

interface Asked {
  readonly seed?: number;
  readonly temperature?: number;
  readonly maxTokens?: number;
  readonly prompt?: string;
  readonly signal?: AbortSignal;
  onText?(): void;
}

async function ask(asked: Asked = {}): Promise<{ text: string; end: GenerationEvent[] }> {
  const { seed = 5, temperature = 1, maxTokens = 40, prompt = 'Write it.' } = asked;
  const request = {
    ...requestOf(asked.signal ?? new AbortController().signal),
    messages: [{ role: 'user' as const, content: prompt }],
    seed,
    temperature,
    maxTokens,
  };
  let text = '';
  const end: GenerationEvent[] = [];
  for await (const event of session.generate(request)) {
    if (event.type === 'text') {
      text += event.delta;
      asked.onText?.();
    } else end.push(event);
  }
  return { text, end };
}

test('the model is listed', async () => {
  expect((await provider.models()).map(({ id }) => id)).toEqual(['custom/tiny']);
});

test('an answer streams, ends once, and its tokens are counted exactly', async () => {
  const { text, end } = await ask();
  expect(text).not.toBe('');
  expect(end).toEqual([
    {
      type: 'done',
      finish: expect.stringMatching(/^(?:stop|length)$/),
      usage: { prompt: expect.any(Number), completion: server.last?.tokens, exact: true },
    },
  ]);
});

test('the same seed says the same, also after an abort', async () => {
  const first = await ask({ seed: 7 });
  const controller = new AbortController();
  await ask({ seed: 8, signal: controller.signal, onText: () => controller.abort() });
  expect(await ask({ seed: 7 })).toEqual(first);
});

test('an abort midway is one "aborted", and the engine stops', async () => {
  const controller = new AbortController();
  const { end } = await ask({
    maxTokens: 1500,
    signal: controller.signal,
    onText: () => controller.abort(),
  });
  expect(end).toEqual([{ type: 'done', finish: 'aborted' }]);
  // The next answer waits for the engine: it has let go of the one before by then.
  await ask({ maxTokens: 1 });
  expect(server.last?.tokens).toBeLessThanOrEqual(1);
});

test('two questions at once get each their own answer', async () => {
  const alone = [await ask({ seed: 1 }), await ask({ seed: 2 })];
  expect(await Promise.all([ask({ seed: 1 }), ask({ seed: 2 })])).toEqual(alone);
});

test('a prompt that is longer than the context is told as that', async () => {
  const asking = ask({ prompt: 'x '.repeat(CONTEXT_SIZE) });
  await expect(asking).rejects.toMatchObject({ code: 'context' });
});
