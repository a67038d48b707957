import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/*
 * An OpenAI-compatible server that streams a script as fast as it is told; in a process of its own, so that what is
 * measured is the reader. The model's name says how: `TOKENS@TICK`, that many tokens, ten in each tick of so many
 * milliseconds; tick 0 sends everything at once.
 */

const PER_TICK = 10;

/** One event a token, as servers send it, with the fields that they usually have. */
function event(index: number): string {
  const choice = { index: 0, delta: { content: ` token${index % 97}` }, finish_reason: null };
  const rest = { object: 'chat.completion.chunk', created: 1, model: 'script' };
  return `data: ${JSON.stringify({ id: 'chatcmpl-1', ...rest, choices: [choice] })}\n\n`;
}

function ending(tokens: number): string {
  const usage = { prompt_tokens: 5, completion_tokens: tokens, total_tokens: tokens + 5 };
  const end = { choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] };
  return `data: ${JSON.stringify(end)}\n\ndata: ${JSON.stringify({ choices: [], usage })}\n\ndata: [DONE]\n\n`;
}

const server = createServer((request, response) => {
  response.setHeader('access-control-allow-origin', '*');
  response.setHeader('access-control-allow-headers', 'authorization, content-type');
  if (request.method === 'OPTIONS') return void response.writeHead(204).end();
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    const { model } = JSON.parse(Buffer.concat(parts).toString()) as { model: string };
    const [tokens = 0, tick = 0] = model.split('@').map(Number);
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    let sent = 0;
    const send = (most: number): void => {
      for (const last = Math.min(tokens, sent + most); sent < last; sent += 1) {
        response.write(event(sent));
      }
      if (sent === tokens) response.end(ending(tokens));
    };
    if (tick === 0) return send(tokens);
    const started = performance.now();
    const timer = setInterval(() => {
      // By the clock: a timer that comes late makes up for it, so that both readers get the same pace.
      send(PER_TICK * Math.floor((performance.now() - started) / tick) - sent);
      if (sent === tokens) clearInterval(timer);
    }, tick);
  });
});
server.listen(0, '127.0.0.1', () => {
  process.send?.((server.address() as AddressInfo).port);
});
