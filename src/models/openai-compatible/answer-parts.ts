import { createParser } from 'eventsource-parser';
import * as v from 'valibot';
import { ProviderError } from '../../run/ports.ts';
import type { Client } from './client.ts';
import { jsonOrNull } from './server-error.ts';

/** What arrives of an answer; each field only where it was sent. */
export interface AnswerPart {
  readonly text?: string;
  readonly finish?: 'stop' | 'length';
  readonly usage?: { readonly prompt: number; readonly completion: number };
  /** `system_fingerprint`: the server's word for its weights and settings. */
  readonly fingerprint?: string;
}

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const content = v.looseObject({ content: v.optional(v.nullable(v.string())) });

/** A chunk of a stream (`delta`) or a whole answer (`message`); fields that go by other rules are ignored. */
const chunkSchema = v.looseObject({
  choices: v.fallback(
    v.array(
      v.looseObject({
        delta: v.fallback(v.optional(content), undefined),
        message: v.fallback(v.optional(content), undefined),
        finish_reason: v.fallback(v.nullish(v.string()), undefined),
      }),
    ),
    [],
  ),
  usage: v.fallback(
    v.nullish(v.looseObject({ prompt_tokens: count, completion_tokens: count })),
    undefined,
  ),
  system_fingerprint: v.fallback(v.nullish(v.string()), undefined),
});

/**
 * The parts of an answer in their order: from a stream of server-sent events, or from one JSON text of a server
 * that doesn't stream. Ends without a word where the server ended; whether that was too early shows in `finish`.
 * @param heard is called whenever bytes arrive, also where they are comments that keep the connection open.
 * @throws {ProviderError} for an error that the server sent within the answer, and for what is no answer.
 */
export async function* answerParts(
  response: Response,
  client: Client,
  heard: () => void,
): AsyncGenerator<AnswerPart, void, void> {
  const type = response.headers.get('content-type') ?? '';
  if (response.body === null || type.includes('text/html')) throw client.notAnApi(response.url);
  if (type.includes('application/json')) {
    yield* partsOf(await response.text(), client, response.url);
    return;
  }
  for await (const data of eventData(response.body, heard)) {
    // The official end; some servers keep the connection open after it.
    if (data === '[DONE]') return;
    yield* partsOf(data, client, response.url);
  }
}

/** The data of the server-sent events in a stream of bytes. Leaving the loop cancels the stream. */
async function* eventData(
  body: ReadableStream<Uint8Array>,
  heard: () => void,
): AsyncGenerator<string, void, void> {
  const arrived: string[] = [];
  const parser = createParser({ onEvent: (event) => void arrived.push(event.data) });
  // Keeps the halves of a letter that two chunks share.
  const decoder = new TextDecoder();
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      heard();
      parser.feed(decoder.decode(value, { stream: true }));
      yield* arrived.splice(0);
    }
    // The last event of a server that ends without an empty line.
    parser.feed('\n\n');
    yield* arrived.splice(0);
  } finally {
    reader.cancel().catch(() => undefined);
  }
}

function* partsOf(json: string, client: Client, url: string): Generator<AnswerPart, void, void> {
  const value = jsonOrNull(json);
  const error = client.errorIn(value);
  if (error !== null) throw error;
  const parsed = v.safeParse(chunkSchema, value);
  if (!parsed.success) throw broken(client, url);
  const { choices, usage, system_fingerprint: fingerprint } = parsed.output;
  const [choice] = choices;
  const text = choice?.delta?.content ?? choice?.message?.content ?? '';
  const reason = choice?.finish_reason ?? '';
  if (reason === 'error') throw broken(client, url);
  yield {
    ...(text === '' ? {} : { text }),
    ...(reason === '' ? {} : { finish: finishOf(reason) }),
    ...(usage
      ? { usage: { prompt: usage.prompt_tokens, completion: usage.completion_tokens } }
      : {}),
    ...(fingerprint ? { fingerprint } : {}),
  };
}

/** A filter that cut the answer, or a call of a tool that nobody offered, ends it; it is judged as it is. */
function finishOf(reason: string): 'stop' | 'length' {
  return reason === 'length' || reason === 'max_tokens' ? 'length' : 'stop';
}

function broken(client: Client, url: string): ProviderError {
  return new ProviderError(
    'network',
    `${client.server} sent something that is no answer of a model (${url}). Look at its log, then resume the run.`,
  );
}
