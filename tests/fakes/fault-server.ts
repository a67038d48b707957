import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The body of a chat completion as the page sends it. */
export interface ChatBody {
  readonly model: string;
  readonly messages: readonly { readonly role: string; readonly content: string }[];
  readonly max_tokens?: number;
  readonly max_completion_tokens?: number;
  readonly temperature?: number;
  readonly seed?: number;
  readonly stream_options?: unknown;
}

/** What the fake server does with a request. */
export type Behaviour =
  | {
      readonly kind: 'answer';
      readonly text: string;
      readonly finish?: string;
      readonly usage?: { readonly prompt_tokens: number; readonly completion_tokens: number };
      readonly fingerprint?: string;
      /** Bytes in a piece on the wire; small ones cut letters and events. */
      readonly pieceBytes?: number;
      /** Milliseconds before the first word. */
      readonly delayMs?: number;
      /** Leaves out the official end. */
      readonly withoutDone?: boolean;
    }
  /** Everything at once, as servers that don't stream do it. */
  | { readonly kind: 'json'; readonly body: unknown }
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly body?: unknown;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'html'; readonly status?: number }
  /** The events as given, then the end. */
  | { readonly kind: 'events'; readonly events: string }
  /** So much of an answer, then silence. */
  | { readonly kind: 'stall'; readonly text?: string }
  /** So much of an answer, then the connection is cut. */
  | { readonly kind: 'disconnect'; readonly text?: string };

export interface FaultOptions {
  /** False for a server that lets no other origin read. */
  readonly cors?: boolean;
  /** The key it wants; none by default. */
  readonly key?: string;
  readonly models?: readonly string[];
  /** Instead of the list of models. */
  readonly list?: Behaviour;
  /** The first, short question by which the page opens a model; answered "OK" by default. */
  readonly hello?: Behaviour;
  /** Every other question; `call` counts from 0. */
  chat?(body: ChatBody, call: number): Behaviour;
  /** Fields that are answered with 400; `silently` doesn't say which one it was. */
  readonly refuses?: { readonly fields: readonly string[]; readonly silently?: boolean };
}

export interface FaultServer {
  /** The base address, with /v1. */
  readonly url: string;
  readonly port: number;
  /** Bodies of all chat requests, the refused and the short ones too. */
  readonly chats: readonly ChatBody[];
  /** `METHOD /path` and the Authorization header of every request. */
  readonly log: readonly { readonly line: string; readonly authorization: string | undefined }[];
  /** The greatest number of questions that were in work at the same time. */
  readonly mostAtOnce: number;
  close(): Promise<void>;
}

/** A fake of an OpenAI-compatible server that does what real ones do when they fail. */
export async function startFaultServer(options: FaultOptions = {}): Promise<FaultServer> {
  const chats: ChatBody[] = [];
  const log: { line: string; authorization: string | undefined }[] = [];
  let calls = 0;
  let atOnce = 0;
  let mostAtOnce = 0;

  async function chat(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = JSON.parse(await textOf(request)) as ChatBody;
    chats.push(body);
    const { fields = [], silently = false } = options.refuses ?? {};
    const refused = fields.find((field) => field in body);
    if (refused !== undefined) {
      const message = silently ? 'Bad request' : `Unsupported parameter: '${refused}'`;
      return behave({ kind: 'status', status: 400, body: { error: { message } } }, response);
    }
    if ((body.max_tokens ?? body.max_completion_tokens) === 16) {
      return behave(options.hello ?? { kind: 'answer', text: 'OK' }, response);
    }
    atOnce += 1;
    mostAtOnce = Math.max(mostAtOnce, atOnce);
    response.on('close', () => (atOnce -= 1));
    calls += 1;
    await behave(options.chat?.(body, calls - 1) ?? { kind: 'answer', text: 'Hi' }, response);
  }

  const server = createServer((request, response) => {
    const { method = '', url = '' } = request;
    const { authorization } = request.headers;
    log.push({ line: `${method} ${url}`, authorization });
    if (options.cors !== false) {
      response.setHeader('access-control-allow-origin', '*');
      response.setHeader('access-control-allow-headers', 'authorization, content-type');
      response.setHeader('access-control-expose-headers', 'retry-after');
    }
    if (method === 'OPTIONS') {
      response.writeHead(options.cors === false ? 403 : 204).end();
    } else if (options.key !== undefined && authorization !== `Bearer ${options.key}`) {
      const error = {
        message: `Incorrect API key: ${authorization ?? ''}`,
        code: 'invalid_api_key',
      };
      void behave({ kind: 'status', status: 401, body: { error } }, response);
    } else if (url === '/v1/models') {
      const data = (options.models ?? ['tiny']).map((id) => ({ id, object: 'model' }));
      void behave(options.list ?? { kind: 'json', body: { object: 'list', data } }, response);
    } else if (url === '/v1/chat/completions') {
      void chat(request, response);
    } else {
      const error = { message: 'no such path' };
      void behave({ kind: 'status', status: 404, body: { error } }, response);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    port,
    chats,
    log,
    get mostAtOnce() {
      return mostAtOnce;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function behave(it: Behaviour, response: ServerResponse): Promise<void> {
  switch (it.kind) {
    case 'status':
      response.writeHead(it.status, { 'content-type': 'application/json', ...it.headers });
      response.end(JSON.stringify(it.body ?? {}));
      return;
    case 'json':
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(it.body));
      return;
    case 'html':
      response.writeHead(it.status ?? 200, { 'content-type': 'text/html' });
      response.end('<!doctype html><title>Hi</title>');
      return;
    case 'events':
      response.writeHead(200, EVENTS).end(it.events);
      return;
    case 'stall':
    case 'disconnect':
      response.writeHead(200, EVENTS);
      response.flushHeaders();
      if (it.text !== undefined) await write(response, event(delta(it.text)));
      // A moment, so that the client has read what came before.
      if (it.kind === 'disconnect') setTimeout(() => response.destroy(), 20);
      return;
    case 'answer':
      await answer(it, response);
  }
}

const EVENTS = { 'content-type': 'text/event-stream' };

async function answer(
  it: Extract<Behaviour, { kind: 'answer' }>,
  response: ServerResponse,
): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, it.delayMs ?? 0));
  response.writeHead(200, EVENTS);
  const named = it.fingerprint === undefined ? {} : { system_fingerprint: it.fingerprint };
  const half = Math.ceil(it.text.length / 2);
  const texts = [it.text.slice(0, half), it.text.slice(half)].filter((text) => text !== '');
  const end = { choices: [{ index: 0, delta: {}, finish_reason: it.finish ?? 'stop' }] };
  const events = [
    ': keep alive\n\n',
    ...texts.map((text) => event({ ...delta(text), ...named })),
    event({ ...end, ...named }),
    ...(it.usage === undefined ? [] : [event({ choices: [], usage: it.usage })]),
    ...(it.withoutDone === true ? [] : ['data: [DONE]\n\n']),
  ];
  if (it.pieceBytes === undefined) {
    for (const one of events) await write(response, one);
  } else {
    const bytes = Buffer.from(events.join(''));
    for (let at = 0; at < bytes.length; at += it.pieceBytes) {
      await write(response, bytes.subarray(at, at + it.pieceBytes));
    }
  }
  response.end();
}

function delta(text: string): { choices: unknown[] } {
  return { choices: [{ index: 0, delta: { content: text }, finish_reason: null }] };
}

function event(value: unknown): string {
  return `data: ${JSON.stringify(value)}\n\n`;
}

/** Each piece goes out on its own: the next one waits for a turn of the loop. */
async function write(response: ServerResponse, piece: string | Buffer): Promise<void> {
  response.write(piece);
  await new Promise((resolve) => setImmediate(resolve));
}

async function textOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString('utf8');
}
