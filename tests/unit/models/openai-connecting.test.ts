import { expect, test } from 'vitest';
import type { PageFacts } from '../../../src/models/openai-compatible/explain-unreachable.ts';
import type { Endpoint } from '../../../src/run/ports.ts';
import { load, providerAt, serve } from './openai-harness.ts';

/** Why the models of an endpoint can't be listed. */
async function problemAt(
  baseUrl: string,
  setting: Parameters<typeof providerAt>[1] = {},
): Promise<{ code: string; message: string }> {
  try {
    await providerAt(baseUrl, setting).models();
  } catch (error) {
    return error as { code: string; message: string };
  }
  throw new Error('the models were listed');
}

/** A browser that lets no request through; `answers` is whether one whose answer nobody reads arrives. */
function refusingFetch(answers: boolean): typeof fetch {
  return async (_input, init) => {
    if (init?.mode === 'no-cors' && answers) return new Response();
    throw new TypeError('Failed to fetch');
  };
}

const ONLINE: Partial<PageFacts> = { origin: 'https://play.example' };

const unread = (endpoint: Partial<Endpoint>, answers: boolean, page: Partial<PageFacts> = {}) =>
  problemAt(endpoint.baseUrl ?? '', {
    endpoint,
    fetch: refusingFetch(answers),
    page: { ...ONLINE, ...page },
  });

const OLLAMA = { preset: 'ollama', baseUrl: 'http://localhost:11434/v1' };

test('lists chat models by name, under the name of their kind of server', async () => {
  const server = await serve({ models: ['qwen', 'nomic-embed-text', 'llama'] });
  const models = await providerAt(server.url).models();
  expect(models.map(({ id, title }) => [id, title])).toEqual([
    ['custom/llama', 'llama'],
    ['custom/qwen', 'qwen'],
  ]);
});

test('a model that was typed needs no list', async () => {
  const server = await serve({ list: { kind: 'status', status: 404 } });
  const models = await providerAt(server.url, { endpoint: { model: 'mine' } }).models();
  expect(models.map(({ id }) => id)).toEqual(['custom/mine']);
});

test('without a list it says that a name can be typed', async () => {
  const server = await serve({ list: { kind: 'status', status: 404 } });
  expect((await problemAt(server.url)).message).toContain('type the model’s name');
});

test('a server without models says how to get one', async () => {
  const server = await serve({ list: { kind: 'json', body: { object: 'list', data: null } } });
  const { message } = await problemAt(server.url, { endpoint: { preset: 'ollama' } });
  expect(message).toContain('`ollama pull qwen2.5-coder:1.5b`');
});

test('a wrong key is told from a missing one', async () => {
  const server = await serve({ key: 'right' });
  const wrong = await problemAt(server.url, { endpoint: { key: 'wrong' } });
  const missing = await problemAt(server.url);
  expect([wrong.code, missing.code]).toEqual(['auth', 'auth']);
  expect(wrong.message).toContain('refuses the key');
  expect(missing.message).toContain('wants a key');
});

test('a key that the server repeats is not shown', async () => {
  const server = await serve({ key: 'right' });
  const { message } = await problemAt(server.url, { endpoint: { key: 'sk-wrong' } });
  expect(message).toContain('Incorrect API key: Bearer …');
});

test('a service that needs a key isn’t asked without one', async () => {
  const server = await serve();
  const { code } = await problemAt(server.url, { endpoint: { preset: 'openai' } });
  expect([code, server.log.length]).toEqual(['auth', 0]);
});

test('a web page instead of the list points at the address', async () => {
  const server = await serve({ list: { kind: 'html' } });
  expect(await problemAt(server.url)).toMatchObject({
    code: 'bad-file',
    message: expect.stringContaining('not as an OpenAI-compatible server does'),
  });
});

test('an address without /v1 gets that hint', async () => {
  const server = await serve({ list: { kind: 'html', status: 404 } });
  const { message } = await problemAt(server.url.replace('/v1', ''));
  expect(message).toContain('/v1');
});

test('a closed port is "not running", with the command that starts it', async () => {
  const server = await serve();
  await server.close();
  const { code, message } = await problemAt(server.url, { endpoint: { preset: 'ollama' } });
  expect(code).toBe('network');
  expect(message).toContain('is not running');
  expect(message).toContain('`ollama serve`');
});

test('a server that answers but can’t be read is CORS, with the command for this very page', async () => {
  const { code, message } = await unread(OLLAMA, true);
  expect(code).toBe('cors-or-lna');
  expect(message).toContain('`OLLAMA_ORIGINS=https://play.example ollama serve`');
});

test('LM Studio’s remedy is its own switch', async () => {
  const endpoint = { preset: 'lm-studio', baseUrl: 'http://localhost:1234/v1' };
  expect((await unread(endpoint, true)).message).toContain('`lms server start --cors`');
});

test('a refused permission for apps on this device is named before anything else is tried', async () => {
  const asked: string[] = [];
  const permission: PageFacts['permission'] = async (space) => {
    asked.push(space);
    return 'denied';
  };
  const { code, message } = await unread(OLLAMA, false, { permission });
  expect([code, asked]).toEqual(['cors-or-lna', ['loopback']]);
  expect(message).toContain('“Apps on device” to Allow');
});

test('a permission that is still open may be the reason for silence', async () => {
  const { message } = await unread(OLLAMA, false, { permission: async () => 'prompt' });
  expect(message).toContain('is not running');
  expect(message).toContain('choose Allow');
});

test('a page on this device needs no permission for a server on this device', async () => {
  const { message } = await unread(OLLAMA, false, {
    origin: 'http://localhost:5173',
    permission: async () => 'denied',
  });
  expect(message).not.toContain('Allow');
});

test('a server over http in the internet is what a page over https can’t ask', async () => {
  const { code, message } = await unread({ baseUrl: 'http://models.example/v1' }, false);
  expect(code).toBe('cors-or-lna');
  expect(message).toContain('https:// address');
});

test('offline is told as that', async () => {
  const { message } = await unread({ baseUrl: 'https://models.example/v1' }, false, {
    online: () => false,
  });
  expect(message).toContain('offline');
});

test.each([
  ['', 'Type the address'],
  ['localhost:11434/v1', 'begin with http://'],
  ['https://user:pass@models.example/v1', 'A key goes into its own field'],
  ['https://models.example/v1?key=sk', 'A key goes into its own field'],
])('the address “%s” is refused with a reason', async (address, reason) => {
  expect((await problemAt(address)).message).toContain(reason);
});

test('opening a model with a wrong name fails before the run begins', async () => {
  const error = { message: 'model "tiny" not found' };
  const server = await serve({ hello: { kind: 'status', status: 404, body: { error } } });
  await expect(load(providerAt(server.url))).rejects.toMatchObject({
    code: 'unsupported',
    message: expect.stringContaining('model "tiny" not found'),
  });
});

test('a limit at the first question is left to the run, which has patience', async () => {
  const server = await serve({ hello: { kind: 'status', status: 429 } });
  await expect(load(providerAt(server.url))).resolves.toMatchObject({ parallel: 3 });
});

test('a model of another kind of server is refused', async () => {
  const server = await serve();
  await expect(load(providerAt(server.url), 'nothing/tiny')).rejects.toThrow('no kind of server');
});
