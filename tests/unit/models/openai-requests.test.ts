import { expect, test } from 'vitest';
import { eventsOf, load, open, providerAt, serve } from './openai-harness.ts';

test('asks for a stream with seed, temperature, limit and counts', async () => {
  const { server, session } = await open({});
  await eventsOf(session);
  expect(server.chats.at(-1)).toEqual({
    model: 'tiny',
    messages: [{ role: 'user', content: 'Write it.' }],
    stream: true,
    temperature: 0.7,
    max_tokens: 100,
    seed: 5,
    stream_options: { include_usage: true },
  });
});

test('a seed is sent in 31 bits, which every server takes', async () => {
  const { server, session } = await open({});
  await eventsOf(session, { seed: 0xffff_ffff });
  expect(server.chats.at(-1)?.seed).toBe(0x7fff_ffff);
});

test('a server that knows no seed is asked once more without, and never with one again', async () => {
  const { server, session } = await open({ refuses: { fields: ['seed'] } });
  await eventsOf(session);
  expect(server.chats.map((body) => 'seed' in body)).toEqual([true, false, false]);
  expect(session.honours).toEqual({ seed: false, temperature: true });
});

test('a 400 without a reason costs the fields that not every server knows', async () => {
  const refuses = { fields: ['stream_options'], silently: true };
  const { server, session } = await open({ refuses });
  expect(server.chats).toHaveLength(2);
  expect(server.chats[1]).not.toHaveProperty('stream_options');
  expect(session.honours?.seed).toBe(false);
});

test('fields stay when the second try failed as well', async () => {
  const { server, session } = await open({
    chat: (_, call) =>
      call < 2 ? { kind: 'status', status: 400 } : { kind: 'answer', text: 'Hi' },
  });
  await expect(eventsOf(session)).rejects.toMatchObject({ code: 'unknown' });
  await eventsOf(session);
  expect(server.chats.at(-1)).toHaveProperty('seed', 5);
});

test('a model that wants max_completion_tokens gets it', async () => {
  const message =
    "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.";
  const { server, session } = await open({
    chat: (body) =>
      'max_tokens' in body
        ? { kind: 'status', status: 400, body: { error: { message, param: 'max_tokens' } } }
        : { kind: 'answer', text: 'Hi' },
  });
  await eventsOf(session);
  expect(server.chats.at(-1)).toMatchObject({ max_completion_tokens: 100 });
});

test('a temperature that is too high is the visitor’s to change, not left out', async () => {
  const error = { message: 'temperature must be at most 1', param: 'temperature' };
  const { server, session } = await open({
    chat: () => ({ kind: 'status', status: 400, body: { error } }),
  });
  await expect(eventsOf(session)).rejects.toMatchObject({ code: 'unknown' });
  expect(server.chats.every((body) => 'temperature' in body)).toBe(true);
});

test('the key goes into one header, and nowhere where there is none', async () => {
  const { server } = await open({ key: 'sk-secret' }, { endpoint: { key: ' sk-secret ' } });
  expect(server.log.at(-1)?.authorization).toBe('Bearer sk-secret');
  const without = await open({});
  expect(without.server.log.at(-1)?.authorization).toBeUndefined();
});

test('a redirect is not followed: the key would go with it', async () => {
  const other = await serve();
  const list = {
    kind: 'status',
    status: 307,
    headers: { location: `${other.url}/models` },
  } as const;
  const server = await serve({ list });
  await expect(providerAt(server.url).models()).rejects.toThrow('sends requests on');
  expect(other.log).toEqual([]);
});

test('what one request learns of a limit, the others keep to', async () => {
  const waits: number[] = [];
  const headers = { 'retry-after': '7' };
  const { session } = await open(
    {
      chat: (_, call) =>
        call === 0 ? { kind: 'status', status: 429, headers } : { kind: 'answer', text: 'Hi' },
    },
    {
      now: () => 1000,
      sleep: (ms, signal) => {
        waits.push(ms);
        if (ms === 7000) return Promise.resolve();
        return new Promise((_, reject) =>
          signal.addEventListener('abort', () => reject(signal.reason), { once: true }),
        );
      },
    },
  );
  await expect(eventsOf(session)).rejects.toMatchObject({
    code: 'rate-limit',
    retryAfterMs: 7000,
  });
  await eventsOf(session);
  expect(waits.filter((ms) => ms === 7000)).toEqual([7000]);
});

test('as many requests at once as the visitor chose', async () => {
  const { session } = await open({}, { endpoint: { parallel: 5 } });
  expect(session.parallel).toBe(5);
});

test('the fingerprint changes with model, server and what the server calls its weights', async () => {
  const hello = (fingerprint: string) => ({ kind: 'answer', text: 'OK', fingerprint }) as const;
  const { server, session } = await open({ hello: hello('fp_1') });
  const same = await load(providerAt(server.url));
  const otherModel = await load(providerAt(server.url), 'custom/other');
  const otherServer = await open({ hello: hello('fp_1') });
  expect(same.fingerprint).toBe(session.fingerprint);
  const others = [otherModel.fingerprint, otherServer.session.fingerprint, session.fingerprint];
  expect(new Set(others).size).toBe(3);
});

test('the fingerprint and the engine name neither address nor key', async () => {
  const { server, session } = await open({ key: 'sk-secret' }, { endpoint: { key: 'sk-secret' } });
  const told = `${session.fingerprint} ${session.engine} ${JSON.stringify(session.device)}`;
  expect(told).not.toContain(String(server.port));
  expect(told).not.toContain('sk-secret');
});
