// npm run bench:provider [-- PAIRS]: what the OpenAI-compatible provider and the one on the processor cost, against the
// barest loop over the same stream and the same engine in the same page, in interleaved pairs; and how close a run comes to the longer of its halves,
// generating and judging, with a scripted model and the real sandbox. Compare figures of one run only.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from '@playwright/test';
import { build } from 'vite';
import { CHROMIUM_FLAGS, findChromium } from '../chromium.mjs';
import { serveFolder } from '../serve.mjs';
import { scriptedModel } from '../../tests/gguf/scripted-model.ts';
import { pairedRatio } from './paired-ratio.ts';
import { benchPipeline } from './pipeline.ts';
import type { Reading } from './provider/lab.ts';
import { showSpread } from './spread.ts';

const PAIRS = Math.max(20, Number(process.argv[2] ?? 24));

/** Streams: a fast local model, a service that is faster than any now, and no pace at all. */
const STREAMS = [
  { title: '200 tokens a second', model: '400@50' },
  { title: '2,000 tokens a second', model: '4000@5' },
  { title: 'as fast as it can be read', model: '20000@0' },
] as const;

async function startServer(): Promise<{ base: string; close(): void }> {
  const child = fork(fileURLToPath(new URL('./stream-server.ts', import.meta.url)), {
    execArgv: ['--import', 'tsx'],
  });
  const [port] = await once(child, 'message');
  return { base: `http://127.0.0.1:${port}/v1`, close: () => void child.kill() };
}

type Reader = 'ours' | 'bare';

type Readers = Readonly<Record<Reader, () => Promise<Reading>>>;

/** Reads the same words with both, in interleaved pairs, and prints how they compare. */
async function benchPairs(title: string, tokens: number, readers: Readers): Promise<void> {
  await readers.ours();
  await readers.bare();
  const rates: Record<Reader, number[]> = { ours: [], bare: [] };
  const longTasks: Record<Reader, number> = { ours: 0, bare: 0 };
  for (let pair = 0; pair < PAIRS; pair += 1) {
    // Who comes first changes, so that neither always finds the warmer machine.
    const order: Reader[] = pair % 2 === 0 ? ['ours', 'bare'] : ['bare', 'ours'];
    for (const reader of order) {
      const reading = await readers[reader]();
      if (reading.tokens !== tokens) throw new Error(`${reader} read ${reading.tokens} tokens`);
      rates[reader].push((1000 * reading.tokens) / reading.ms);
      longTasks[reader] += reading.longTasks;
    }
  }
  const paired = pairedRatio(rates.ours.map((rate, at) => [rate, rates.bare[at] ?? Number.NaN]));
  console.log(`${title}, ${PAIRS} pairs`);
  console.log(
    `  tokens a second, ours: ${showSpread(rates.ours)}; bare: ${showSpread(rates.bare)}`,
  );
  console.log(
    `  ours / bare: ${paired?.ratio.toFixed(4)} (95 %: ${paired?.low.toFixed(4)} to ${paired?.high.toFixed(4)})`,
  );
  console.log(`  tasks over 50 ms, ours: ${longTasks.ours}; bare: ${longTasks.bare}`);
}

function streamReaders(page: Page, base: string, model: string): Readers {
  const read = (reader: Reader) => () =>
    page.evaluate(([which, at, name]) => window.providerBench[which](at, name), [
      reader,
      base,
      model,
    ] as const);
  return { ours: read('ours'), bare: read('bare') };
}

/** A model that says this many words, each a token. */
const WORDS_SAID = 600;

async function benchEngine(page: Page, url: string): Promise<void> {
  await page.evaluate((at) => window.providerBench.loadGguf(at), url);
  await benchPairs('llama.cpp on the processor', WORDS_SAID, {
    ours: () => page.evaluate(() => window.providerBench.ourEngine()),
    bare: () => page.evaluate(() => window.providerBench.bareEngine()),
  });
}

await build({ configFile: 'scripts/bench/provider/vite.config.ts' });
const words = Array.from({ length: WORDS_SAID }, (_, index) => ` word${index}`).join('');
writeFileSync('.cache/bench-provider/bench.gguf', scriptedModel({ text: words }));
const [site, server] = await Promise.all([serveFolder('.cache/bench-provider'), startServer()]);
const browser = await chromium.launch({
  executablePath: await findChromium(),
  args: [...CHROMIUM_FLAGS],
});
const page = await browser.newPage();
await page.goto(`${site.url}lab.html`);
await page.waitForFunction(() => 'providerBench' in window);
for (const { title, model } of STREAMS) {
  await benchPairs(title, Number(model.split('@')[0]), streamReaders(page, server.base, model));
}
await benchEngine(page, `${site.url}bench.gguf`);
await browser.close();
server.close();
await site.close();
await benchPipeline();
