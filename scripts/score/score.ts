// npm run score -- samples.jsonl --out results.jsonl [--shard 2/8]: scores completions in a headless
// Chromium, with the sandbox of the site. Started again with the same files, it goes on where it stood.
import { appendFileSync, existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { EXTRACTION_VERSION } from '../../src/core/extraction/extraction.ts';
import { figuresOf } from '../../src/core/metrics/index.ts';
import { deriveSeed } from '../../src/core/random/derive-seed.ts';
import type { Verdict } from '../../src/core/verdicts/verdict.ts';
import { scoreCompletion } from '../../src/run/score-completion.ts';
import { SelfChecks } from '../../src/run/self-check.ts';
import { buildDataset } from '../build/dataset-asset.ts';
import { mapParallel } from '../dataset/shuffle.ts';
import { openLabSandbox } from './lab-sandbox.ts';
import { readCompletions } from './read-completions.ts';
import {
  isInShard,
  parseShard,
  resultLine,
  type ResultLine,
  type ResultsHeader,
} from './results.ts';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { shard: { type: 'string', default: '1/1' }, out: { type: 'string' } },
});
const [input] = positionals;
const shard = parseShard(options.shard);
if (input === undefined || options.out === undefined || shard === null) {
  console.error('npm run score -- samples.jsonl --out results.jsonl [--shard 2/8]');
  process.exit(2);
}
const out = options.out;

const dataset = buildDataset('dataset');
const samples = new Map(dataset.samples.map((sample) => [sample.id, sample]));
const { completions, bad, hash } = await readCompletions(input, [...samples.keys()]);
for (const { line, problem } of bad) console.error(`${input}:${line} skipped: ${problem}`);
const sandbox = await openLabSandbox();
const header: ResultsHeader = {
  format: 'codeseceval-results',
  version: 1,
  dataset: dataset.version,
  sandbox: sandbox.version,
  extraction: EXTRACTION_VERSION,
  input: hash,
  completions: completions.length,
  shard,
};
const due = completions
  .map((completion, position) => ({ completion, position }))
  .filter(({ position }) => isInShard(position, shard));

/** Results that an earlier, interrupted call wrote; half a line at the end is cut off. */
function resume(): readonly ResultLine[] {
  const head = `${JSON.stringify(header)}\n`;
  if (!existsSync(out)) {
    writeFileSync(out, head);
    return [];
  }
  const text = readFileSync(out, 'utf8');
  if (!text.startsWith(head)) {
    console.error(`${out} holds results of something else. Choose another file.`);
    process.exit(2);
  }
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  truncateSync(out, Buffer.byteLength(whole));
  return whole
    .slice(head.length)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as ResultLine);
}

const results: ResultLine[] = [...resume()];
const left = due.slice(results.length);
console.log(`${due.length} completions, ${results.length} of them scored before`);
const { signal } = new AbortController();
const checks = new SelfChecks({ sandbox, now: () => 0 }, dataset.version, signal);

/** Results that are there before one that stands in front of them in the file. */
const early = new Map<number, ResultLine>();
let next = 0;
let told = Date.now();
function write(place: number, line: ResultLine): void {
  early.set(place, line);
  for (let ready = early.get(next); ready !== undefined; ready = early.get(next)) {
    early.delete(next);
    next += 1;
    results.push(ready);
    appendFileSync(out, `${JSON.stringify(ready)}\n`);
  }
  if (Date.now() - told < 5000) return;
  told = Date.now();
  console.log(`${results.length} of ${due.length}`);
}

await mapParallel(
  left.map((item, place) => ({ ...item, place })),
  sandbox.parallel,
  async ({ completion, position, place }) => {
    const sample = samples.get(completion.sampleId);
    if (sample === undefined) throw new Error(`${completion.sampleId} was read unknown`);
    const check = await checks.of(sample);
    const seed = deriveSeed(0, completion.sampleId, completion.index);
    const result = await scoreCompletion(completion.text, sample, sandbox, { seed, signal, check });
    if (result.kind === 'no-engine') throw new Error(result.problem);
    write(place, resultLine(position, completion, result.score, check));
  },
);
await sandbox.close();

const { headline, coverage } = figuresOf(
  results.map(({ task_id, verdict }) => ({
    sampleId: task_id,
    cwe: task_id.split('/')[0] ?? '',
    verdict: verdict as Verdict,
  })),
  [1],
);
const show = (value: number | null | undefined): string =>
  value === null || value === undefined ? '–' : `${(100 * value).toFixed(1)} %`;
console.log(
  `pass@1 ${show(headline?.functional.value)}, secure-pass@1 ${show(headline?.secure.value)}, ` +
    `vulnerable ${show(headline?.vulnerableRate.value)} of the working; ` +
    `${coverage.conclusive} of ${coverage.all} have a verdict; ${bad.length} lines skipped`,
);
