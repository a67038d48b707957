import type { Dataset } from '../../src/core/dataset/sample.ts';
import { createRun } from '../../src/run/create-run.ts';
import type { GenerationEvent, Session } from '../../src/run/ports.ts';
import { runBenchmark } from '../../src/run/run-benchmark.ts';
import type { RunPlan } from '../../src/run/run.ts';
import { createMemoryRunStore } from '../../src/storage/memory-run-store.ts';
import { buildDataset } from '../build/dataset-asset.ts';
import { mapParallel } from '../dataset/shuffle.ts';
import { type LabSandbox, openLabSandbox } from '../score/lab-sandbox.ts';
import { showSpread } from './spread.ts';

/** Enough that the last answers, which nothing overlaps, don't weigh. */
const SAMPLES = 160;
const ROUNDS = 3;

/** Answers the secure solution of each sample after a fixed time. */
function scriptedSession(dataset: Dataset, ms: number, parallel: number): Session {
  const answers = new Map(dataset.samples.map(({ id, secureCode }) => [id, secureCode]));
  return {
    device: { backend: 'none' },
    parallel,
    // The check of the references is no part of either half.
    answersAreReferences: true,
    async *generate({ subject }): AsyncGenerator<GenerationEvent, void, void> {
      await new Promise((resolve) => setTimeout(resolve, ms));
      yield { type: 'text', delta: `\`\`\`python\n${answers.get(subject.sampleId)}\`\`\`\n` };
      yield { type: 'done', finish: 'stop' };
    },
    dispose: async () => undefined,
  };
}

/** Milliseconds of a whole run. */
async function timeRun(dataset: Dataset, session: Session, sandbox: LabSandbox): Promise<number> {
  const plan: RunPlan = {
    task: 'generation',
    strategy: 'plain',
    model: { provider: 'script', id: 'script', title: 'Script' },
    sampleIds: dataset.samples.map(({ id }) => id),
    attemptsPerSample: 1,
    temperature: 0,
    maxTokens: 1000,
    seed: 1,
    datasetVersion: dataset.version,
  };
  const store = createMemoryRunStore();
  const now = () => Date.now();
  const run = createRun(plan, { newId: () => 'bench', now, siteVersion: '0' });
  await store.putRun(run);
  const started = performance.now();
  const ports = { dataset, session, sandbox, store, now };
  let end = '';
  for await (const event of runBenchmark(run, ports, new AbortController().signal))
    end = event.type;
  if (end !== 'finished') throw new Error(`the run ended with "${end}"`);
  return performance.now() - started;
}

/** Milliseconds to judge all answers, as many at once as the sandbox bears, with nothing else going on. */
async function timeJudging(dataset: Dataset, sandbox: LabSandbox): Promise<number> {
  const { signal } = new AbortController();
  const started = performance.now();
  await mapParallel(dataset.samples, sandbox.parallel, (sample) =>
    sandbox.run(
      {
        code: sample.secureCode,
        entryPoint: sample.entryPoint,
        tests: sample.tests,
        testInfos: sample.testInfos,
        limits: sample.limits,
        seed: 1,
      },
      signal,
    ),
  );
  return performance.now() - started;
}

/** Wall time of runs against the longer of their halves, for a slow model, a fast one, and one at the balance. */
export async function benchPipeline(): Promise<void> {
  const all = buildDataset('dataset');
  const dataset = { ...all, samples: all.samples.slice(0, SAMPLES) };
  const sandbox = await openLabSandbox();
  try {
    // The first pass warms the workers up and is not counted.
    await timeJudging(dataset, sandbox);
    let judging = await timeJudging(dataset, sandbox);
    const each = judging / SAMPLES;
    const cases = [
      { title: 'a model four times as slow as judging', ms: 4 * each, parallel: 1 },
      { title: 'a model as fast as judging', ms: each, parallel: 1 },
      { title: 'a model four times as fast as judging', ms: each / 4, parallel: 1 },
      { title: 'a server with four requests at once', ms: 4 * each, parallel: 4 },
    ];
    for (const { title, ms, parallel } of cases) {
      const ratios: number[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        const wall = await timeRun(dataset, scriptedSession(dataset, ms, parallel), sandbox);
        // Before and after the run, so that a machine that grows slower or faster is seen by both.
        const after = await timeJudging(dataset, sandbox);
        const generating = (ms * SAMPLES) / parallel;
        ratios.push(wall / Math.max(generating, (judging + after) / 2));
        judging = after;
      }
      console.log(`${title}: wall time / longer half ${showSpread(ratios, 3)}`);
    }
  } finally {
    await sandbox.close();
  }
}
