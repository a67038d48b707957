import * as v from 'valibot';
import type { ModelInfo } from '../../run/ports.ts';
import { ProviderError } from '../../run/ports.ts';
import type { Sleep } from '../../run/sleep.ts';
import type { Client } from './client.ts';
import { jsonOrNull } from './server-error.ts';
import { Watchdog } from './watchdog.ts';

/** Milliseconds that a server may take for its list: it reads a few names. */
const LIST_MS = 20_000;

/** `data` is null at an Ollama without models; `name` is OpenRouter's. */
const listSchema = v.looseObject({
  data: v.nullable(
    v.array(v.looseObject({ id: v.string(), name: v.fallback(v.optional(v.string()), undefined) })),
  ),
});

/** Models for other things than chat, by the names that services give them. */
const NO_CHAT =
  /embed|whisper|\btts\b|-tts|dall-e|moderation|transcribe|realtime|rerank|gpt-image|\bsora\b|davinci-002|babbage-002/i;

/**
 * The chat models that a server lists, by their names.
 * @throws {ProviderError} where there is no list to be had; the signal's reason on abort.
 */
export async function listModels(
  client: Client,
  { signal, sleep }: { readonly signal: AbortSignal; readonly sleep: Sleep },
): Promise<readonly ModelInfo[]> {
  const watchdog = new Watchdog(signal, sleep);
  try {
    watchdog.expect(LIST_MS);
    const models = parse(await fetchList(client, watchdog.signal), client);
    if (models.length === 0) throw noModels(client);
    return models;
  } catch (error) {
    signal.throwIfAborted();
    if (watchdog.expired) throw silent(client);
    throw error;
  } finally {
    watchdog.end();
  }
}

async function fetchList(client: Client, signal: AbortSignal): Promise<string> {
  const url = client.urlOf('/models');
  const response = await client.send(url, { signal });
  if (response.ok) return response.text();
  const { error } = await client.refusalOf(response, url);
  if (error.code !== 'unsupported') throw error;
  throw new ProviderError(
    'unsupported',
    `${client.server} has no list of models at ${url} (status ${response.status}). Check the address; most end in /v1. If it is right, type the model’s name under “The model isn’t listed?”.`,
  );
}

function parse(text: string, client: Client): readonly ModelInfo[] {
  const value = jsonOrNull(text);
  const parsed = v.safeParse(listSchema, value);
  if (!parsed.success) throw client.errorIn(value) ?? client.notAnApi(client.urlOf('/models'));
  return (parsed.output.data ?? [])
    .filter(({ id }) => !NO_CHAT.test(id))
    .map(({ id, name }) => ({
      id,
      title: id,
      description: name === undefined || name === id ? '' : name,
    }))
    .sort((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true }));
}

function noModels(client: Client): ProviderError {
  const { hint, title, id } = client.preset;
  return new ProviderError(
    'unsupported',
    id === 'custom'
      ? 'The server lists no chat model. Load one there and connect again.'
      : `${title} has no chat model yet. Load one there and connect again. ${hint}`,
  );
}

function silent(client: Client): ProviderError {
  return new ProviderError(
    'network',
    `${client.server} did not answer within ${LIST_MS / 1000} s. Look whether it is busy or stuck, then connect again.`,
  );
}
