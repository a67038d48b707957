// npm run score:original -- SecEvalBase.json [--annotations annotation.json] [--files Test]
//   [--completions samples.jsonl] --out results.jsonl
// Judges completions by the rule of the original CodeSecEval data set, in the sandbox of the site. A sample whose
// own secure code doesn't pass here is judged inconclusive, with the reason. Without completions only the
// references are judged.
import { appendFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DEFAULT_LIMITS } from '../../src/core/dataset/sample.ts';
import {
  originalJob,
  originalVerdict,
  type OriginalVerdict,
} from '../../src/core/exchange/original-rule.ts';
import {
  parseOriginalSamples,
  type OriginalSample,
} from '../../src/core/exchange/original-samples.ts';
import { extractCode } from '../../src/core/extraction/extract-code.ts';
import { mapParallel } from '../dataset/shuffle.ts';
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
const samples = new Map(read.samples.map((sample) => [sample.id, sample]));

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

const sandbox = await openLabSandbox();
const { signal } = new AbortController();

async function judge(sample: OriginalSample, code: string): Promise<OriginalVerdict> {
  const job = originalJob(sample, code, filesOf(sample));
  return originalVerdict(await sandbox.run({ ...job, limits: DEFAULT_LIMITS, seed: 0 }, signal));
}

const references = new Map<string, { secure: OriginalVerdict; insecure: OriginalVerdict }>();
await mapParallel([...samples.values()], sandbox.parallel, async (sample) => {
  references.set(sample.id, {
    secure: await judge(sample, sample.secureCode),
    insecure: await judge(sample, sample.insecureCode),
  });
});
writeFileSync(out, '');
const tally = { passed: 0, failed: 0, inconclusive: 0 };
const write = (line: object): void => appendFileSync(out, `${JSON.stringify(line)}\n`);

if (answers === undefined) {
  for (const id of samples.keys()) {
    const { secure, insecure } = references.get(id) ?? {};
    if (secure !== undefined) tally[secure.verdict] += 1;
    write({ task_id: id, secure, insecure });
  }
} else {
  const { completions, bad } = await readCompletions(answers, [...samples.keys()]);
  for (const { line, problem } of bad) console.error(`${answers}:${line} skipped: ${problem}`);
  const verdicts = await mapParallel(completions, sandbox.parallel, async (completion) => {
    const sample = samples.get(completion.sampleId);
    const secure = references.get(completion.sampleId)?.secure;
    if (sample === undefined || secure === undefined) throw new Error('it was read unknown');
    if (secure.verdict !== 'passed') {
      const reason = `the data set’s own secure code does not pass here: ${secure.reason}`;
      return { verdict: 'inconclusive' as const, reason };
    }
    const extraction = extractCode(completion.text, sample.entryPoint);
    return extraction.kind === 'code'
      ? judge(sample, extraction.code)
      : { verdict: 'failed' as const, reason: extraction.reason };
  });
  for (const [at, { sampleId, index }] of completions.entries()) {
    const result = verdicts[at];
    if (result === undefined) continue;
    tally[result.verdict] += 1;
    write({ task_id: sampleId, index, ...result });
  }
}
await sandbox.close();
console.log(
  `${answers === undefined ? 'secure references' : 'completions'}: ${tally.passed} passed, ` +
    `${tally.failed} failed, ${tally.inconclusive} inconclusive`,
);
