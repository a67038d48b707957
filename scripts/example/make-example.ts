// npm run example: makes the example of the start page anew: the reference models' seeded mix over one sample
// of each type, scored in the sandbox of the site in a headless Chromium. `npm run example -- --check` runs
// nothing and says whether the stored one was made with this version of the data set.
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { deriveSeed } from '../../src/core/random/derive-seed.ts';
import { encodeRunSummary, summarize } from '../../src/core/share/index.ts';
import { answerText } from '../../src/models/reference/answers.ts';
import { mixedKind } from '../../src/models/reference/mix.ts';
import { quickSubset } from '../../src/run/plan.ts';
import { scoreCompletion } from '../../src/run/score-completion.ts';
import { SelfChecks } from '../../src/run/self-check.ts';
import type { ExampleRun } from '../../src/ui/example/example-run.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { buildDataset } from '../build/dataset-asset.ts';
import { mapParallel } from '../dataset/shuffle.ts';
import { openLabSandbox } from '../score/lab-sandbox.ts';

const FILE = 'src/ui/example/example-run.json';
const SEED = 1;

const { values: options } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const dataset = buildDataset('dataset');

function check(): boolean {
  const stored = JSON.parse(readFileSync(FILE, 'utf8')) as ExampleRun;
  const current = stored.datasetVersion === dataset.version;
  console.log(
    current
      ? `${FILE} was made with this data set`
      : `${FILE} was made on ${stored.madeOn} with data set ${stored.datasetVersion.slice(0, 12)}, ` +
          `this is ${dataset.version.slice(0, 12)}: npm run example`,
  );
  return current;
}

async function make(): Promise<void> {
  const samples = quickSubset(dataset.samples);
  const sandbox = await openLabSandbox();
  const { signal } = new AbortController();
  const checks = new SelfChecks({ sandbox, now: () => Date.now() }, dataset.version, signal);
  const attempts = await mapParallel(samples, sandbox.parallel, async (sample) => {
    const seed = deriveSeed(SEED, sample.id, 0);
    const text = answerText(mixedKind(seed), sample);
    const result = await scoreCompletion(text, sample, sandbox, {
      seed,
      signal,
      check: await checks.of(sample),
    });
    if (result.kind === 'no-engine') throw new Error(result.problem);
    return { sampleId: sample.id, verdict: result.score.verdict };
  });
  await sandbox.close();
  const plan = {
    task: 'generation',
    strategy: 'plain',
    model: { provider: 'reference', id: 'mix', title: 'Example: the reference models' },
    sampleIds: samples.map(({ id }) => id),
    attemptsPerSample: 1,
    temperature: 0,
    maxTokens: 1500,
    seed: SEED,
    datasetVersion: dataset.version,
  } as const;
  const siteVersion = packageJson.version;
  const summary = summarize({ plan, siteVersion, updatedAt: Date.now() }, attempts);
  const example: ExampleRun = {
    madeOn: summary.finishedOn,
    datasetVersion: dataset.version,
    siteVersion,
    seed: SEED,
    link: encodeRunSummary(
      summary,
      dataset.samples.map(({ id }) => id),
    ),
    verdicts: Object.fromEntries(attempts.map(({ sampleId, verdict }) => [sampleId, verdict])),
  };
  writeFileSync(FILE, `${JSON.stringify(example, null, 2)}\n`);
  console.log(`${FILE}: ${attempts.length} attempts`);
}

if (options.check) process.exitCode = check() ? 0 : 1;
else await make();
