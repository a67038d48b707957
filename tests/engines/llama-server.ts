import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/*
 * A real OpenAI-compatible server: llama.cpp on the processor through node-llama-cpp, which is no dependency of
 * the project (scripts/test-engines.mjs says how to install it). Only what is used of it is described here.
 */

type Token = number;

interface Sequence {
  clearHistory(): Promise<void>;
  evaluate(
    tokens: readonly Token[],
    options: { temperature: number; seed: number },
  ): AsyncIterable<Token>;
}

interface Model {
  readonly fileInfo: {
    readonly metadata: { readonly tokenizer: { readonly chat_template: string } };
  };
  createContext(options: { contextSize: number; threads: number }): Promise<{
    getSequence(): Sequence;
  }>;
  tokenize(text: string, specialTokens: boolean): readonly Token[];
  detokenize(tokens: readonly Token[]): string;
  isEogToken(token: Token): boolean;
}

interface Llama {
  loadModel(options: { modelPath: string }): Promise<Model>;
  dispose(): Promise<void>;
}

interface Template {
  render(values: Record<string, unknown>): string;
}

interface ChatBody {
  readonly messages: readonly { readonly role: string; readonly content: string }[];
  readonly temperature: number;
  readonly seed: number;
  readonly max_tokens: number;
}

export interface LlamaServer {
  /** The base address, with /v1. */
  readonly url: string;
  /** Tokens of the last answer, and whether its reader had gone before its end. */
  readonly last: { readonly tokens: number; readonly left: boolean } | null;
  close(): Promise<void>;
}

export const CONTEXT_SIZE = 4096;

/** @param packages the folder in which node-llama-cpp is installed, ending in `node_modules` */
export async function startLlamaServer(packages: string, modelPath: string): Promise<LlamaServer> {
  const load = (path: string) => import(pathToFileURL(join(packages, path)).href);
  const { getLlama } = (await load('node-llama-cpp/dist/index.js')) as {
    getLlama(options: { build: 'never'; gpu: false; logLevel: 'error' }): Promise<Llama>;
  };
  const { Template } = (await load('@huggingface/jinja/dist/index.js')) as {
    Template: new (source: string) => Template;
  };
  const llama = await getLlama({ build: 'never', gpu: false, logLevel: 'error' });
  const model = await llama.loadModel({ modelPath });
  const context = await model.createContext({ contextSize: CONTEXT_SIZE, threads: 1 });
  const sequence = context.getSequence();
  const template = new Template(model.fileInfo.metadata.tokenizer.chat_template);
  let last: LlamaServer['last'] = null;
  /** One sequence answers one question at a time. */
  let queue: Promise<void> = Promise.resolve();

  async function answer(body: ChatBody, response: ServerResponse): Promise<void> {
    const { messages, temperature, seed, max_tokens: most } = body;
    const prompt = template.render({ messages, add_generation_prompt: true });
    const tokens = model.tokenize(prompt, true);
    if (tokens.length >= CONTEXT_SIZE) {
      const error = { message: 'The prompt exceeds the context.', code: 'context_length_exceeded' };
      return reply(response, 400, { error });
    }
    let left = false;
    response.on('close', () => (left = !response.writableEnded));
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    const send = (chunk: unknown) => response.write(`data: ${JSON.stringify(chunk)}\n\n`);
    const said: Token[] = [];
    let text = '';
    await sequence.clearHistory();
    for await (const token of sequence.evaluate(tokens, { temperature, seed })) {
      if (left) break;
      if (model.isEogToken(token)) break;
      said.push(token);
      const all = model.detokenize(said);
      // A letter that is not whole yet waits for its next token.
      if (!all.endsWith('\ufffd')) {
        send({ choices: [{ index: 0, delta: { content: all.slice(text.length) } }] });
        text = all;
      }
      if (said.length >= most) break;
    }
    last = { tokens: said.length, left };
    if (left) return;
    send({
      choices: [{ index: 0, delta: {}, finish_reason: said.length < most ? 'stop' : 'length' }],
    });
    const usage = { prompt_tokens: tokens.length, completion_tokens: said.length };
    send({ choices: [], usage });
    response.end('data: [DONE]\n\n');
  }

  const server = createServer((request, response) => {
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('access-control-allow-headers', 'authorization, content-type');
    if (request.method === 'OPTIONS') return void response.writeHead(204).end();
    if (request.url === '/v1/models') return reply(response, 200, { data: [{ id: 'tiny' }] });
    if (request.url !== '/v1/chat/completions') return reply(response, 404, { error: 'no path' });
    void bodyOf(request).then((body) => {
      queue = queue.then(() => answer(body, response)).catch(() => void response.destroy());
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    get last() {
      return last;
    },
    async close() {
      server.close();
      server.closeAllConnections();
      await queue;
      await llama.dispose();
    },
  };
}

function reply(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

async function bodyOf(request: IncomingMessage): Promise<ChatBody> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return JSON.parse(Buffer.concat(parts).toString('utf8')) as ChatBody;
}
