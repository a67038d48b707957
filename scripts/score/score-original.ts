// npm run score:original -- SecEvalBase.json [--annotations annotation.json] [--files Test]
//   [--completions samples.jsonl] --out results.jsonl
// Judges completions by the rule of the original CodeSecEval data set, in the sandbox of the site. A sample whose
// own secure code doesn't pass here is judged inconclusive, with the reason. Without completions only the
// references are judged.
import { appendFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { OriginalLine } from '../../src/core/exchange/original-report.ts';
import type { OriginalVerdict } from '../../src/core/exchange/original-rule.ts';
import {
  parseOriginalSamples,
  type OriginalSample,
} from '../../src/core/exchange/original-samples.ts';
import { judgeOriginals } from '../../src/run/foreign/judge-originals.ts';
import { openLabSandbox } from './lab-sandbox.ts';
import { readCompletions } from './read-completions.ts';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    annotations: { type: 'string' },
    files: { type: 'string' },
    completions: { type: 'string' },
    out: { type: 'string' },
  },
});
const [input] = positionals;
if (input === undefined || options.out === undefined) {
  console.error(
    'npm run score:original -- SecEvalBase.json [--files Test] [--completions samples.jsonl] --out results.jsonl',
  );
  process.exit(2);
}
const { annotations, completions: answers, files: folder, out } = options;
const read = parseOriginalSamples(
  readFileSync(input, 'utf8'),
  annotations === undefined ? null : readFileSync(annotations, 'utf8'),
);
if (!read.ok) {
  console.error(`${input}: ${read.problem}`);
  process.exit(1);
}
for (const problem of read.skipped) console.error(`${input}, ${problem}`);
/** The files that a sample's test opens: those in the folder of its name. */
function filesOf({ id }: OriginalSample): ReadonlyMap<string, string> {
  const own = folder === undefined ? null : join(folder, id);
  if (own === null || !existsSync(own)) return new Map();
  const entries = readdirSync(own, { recursive: true, withFileTypes: true });
  return new Map(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [
        `Test/${id}${path.slice(own.length).replaceAll('\\', '/')}`,
        readFileSync(path).toString('base64'),
      ]),
  );
}

const { samples } = read;
const fixtures = new Map(samples.map((sample) => [sample.id, filesOf(sample)]));
const { completions, bad } =
  answers === undefined
    ? { completions: [], bad: [] }
    : await readCompletions(
        answers,
        samples.map(({ id }) => id),
      );
for (const { line, problem } of bad) console.error(`${answers}:${line} skipped: ${problem}`);

const sandbox = await openLabSandbox();
const { signal } = new AbortController();
const lines: OriginalLine[] = [];
for await (const line of judgeOriginals({ samples, fixtures, completions }, sandbox, signal)) {
  lines.push(line);
}
await sandbox.close();

const tally = { passed: 0, failed: 0, inconclusive: 0 };
writeFileSync(out, '');
for (const { id } of samples) {
  const own = lines.filter(({ sampleId }) => sampleId === id);
  const verdictOf = (program: OriginalLine['program']): OriginalVerdict | undefined =>
    own.find((line) => line.program === program)?.verdict;
  const write = (line: object): void =>
    appendFileSync(out, `${JSON.stringify({ task_id: id, ...line })}\n`);
  if (answers === undefined) {
    const [secure, insecure] = [verdictOf('secure'), verdictOf('insecure')];
    if (secure !== undefined) tally[secure.verdict] += 1;
    write({ secure, insecure });
  }
  for (const { program, verdict } of own) {
    if (typeof program !== 'number') continue;
    tally[verdict.verdict] += 1;
    write({ index: program, ...verdict });
  }
}
console.log(
  `${answers === undefined ? 'secure references' : 'completions'}: ${tally.passed} passed, ` +
    `${tally.failed} failed, ${tally.inconclusive} inconclusive`,
);
