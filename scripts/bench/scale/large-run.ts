import { writeFileSync } from 'node:fs';
import type { Dataset, Sample } from '../../../src/core/dataset/sample.ts';
import { type Extraction, EXTRACTION_VERSION } from '../../../src/core/extraction/extraction.ts';
import { strategyOf } from '../../../src/core/prompts/index.ts';
import { deriveSeed } from '../../../src/core/random/derive-seed.ts';
import { type Random, sfc32 } from '../../../src/core/random/sfc32.ts';
import type {
  Observation,
  TestOutcome,
  TestResult,
} from '../../../src/core/verdicts/observation.ts';
import { verdictOf } from '../../../src/core/verdicts/verdict-of.ts';
import { runFile } from '../../../src/run/export.ts';
import type { Attempt, Run, RunPlan } from '../../../src/run/run.ts';

/** A run as somebody who ran it would have it: 180 samples, answers of a model, all that was observed. */
export interface LargeRun {
  readonly run: Run;
  readonly attempts: readonly Attempt[];
}

const SEED = 20_261_127;
const STARTED = Date.UTC(2026, 10, 27, 8);

/** What the answers are: about as many of each kind as a small model gives. */
const KINDS = [
  { kind: 'secure', upTo: 0.36 },
  { kind: 'vulnerable', upTo: 0.66 },
  { kind: 'incorrect', upTo: 0.82 },
  { kind: 'incorrect-insecure', upTo: 0.89 },
  { kind: 'no-code', upTo: 0.96 },
  { kind: 'load-failed', upTo: 0.99 },
  { kind: 'inconclusive', upTo: 1 },
] as const;
type Kind = (typeof KINDS)[number]['kind'];

/**
 * A run of all samples with `attemptsPerSample` attempts each, of which the last `open` ones of every sample are
 * missing. The same every time.
 */
export function makeLargeRun(
  dataset: Dataset,
  { id, attemptsPerSample, open = 0 }: { id: string; attemptsPerSample: number; open?: number },
): LargeRun {
  const plan: RunPlan = {
    task: 'generation',
    strategy: 'plain',
    // The one model that can be resumed without anything to download.
    model: { provider: 'reference', id: 'mix', title: `Seeded mix × ${attemptsPerSample}` },
    sampleIds: dataset.samples.map((sample) => sample.id),
    attemptsPerSample,
    temperature: 0.8,
    maxTokens: 1024,
    seed: SEED,
    datasetVersion: dataset.version,
  };
  const strategy = strategyOf(plan);
  if (strategy === null) throw new Error('there is no such strategy');
  const attempts = dataset.samples.flatMap((sample) => {
    const messages = strategy.messages(sample, {
      samples: dataset.samples,
      seed: SEED,
      insecureFailures: [],
    });
    return Array.from({ length: attemptsPerSample - open }, (_, index) =>
      makeAttempt(id, sample, index, messages),
    );
  });
  const total = plan.sampleIds.length * attemptsPerSample;
  const run: Run = {
    id,
    plan,
    state: attempts.length === total ? 'finished' : 'open',
    createdAt: STARTED,
    updatedAt: STARTED + 3_600_000,
    siteVersion: '0.1.0',
    done: attempts.length,
    total,
  };
  return { run, attempts };
}

/** Writes the run as the page exports and imports it. */
export function writeLargeRun(path: string, { run, attempts }: LargeRun): void {
  writeFileSync(path, JSON.stringify(runFile(run, attempts)));
}

function makeAttempt(
  runId: string,
  sample: Sample,
  index: number,
  messages: Attempt['messages'],
): Attempt {
  const random = sfc32(deriveSeed(SEED, sample.id, index));
  const draw = random();
  const kind = KINDS.find(({ upTo }) => draw < upTo)?.kind ?? 'secure';
  const { text, extraction } = answer(kind, sample, index, random);
  const observation = extraction.kind === 'code' ? observe(kind, sample, random) : null;
  return {
    runId,
    sampleId: sample.id,
    index,
    messages,
    completion: {
      text,
      finish: 'stop',
      usage: {
        prompt: 180 + Math.floor(200 * random()),
        completion: Math.ceil(text.length / 4),
        exact: true,
      },
      ms: 900 + 4000 * random(),
    },
    extraction,
    observation,
    verdict: verdictOf(extraction, observation),
    selfCheck: { problem: null, slowestMs: 20 + 60 * random(), checkedAt: STARTED },
    extractionVersion: EXTRACTION_VERSION,
    finishedAt: STARTED + 1000 * index,
  };
}

const OPENINGS = [
  'Here is a complete implementation that uses the standard library only.',
  'The function below does what the problem asks for.',
  'Below is one way to solve it. I kept it short on purpose:',
];

const CLOSINGS = [
  'The function checks its arguments first and then does the work. If you need other behaviour for empty input, change the first lines.',
  'Notes:\n\n- Errors of the operating system are passed on to the caller.\n- The result is a plain value, so it can be tested easily.\n- No third-party module is needed.',
  'You can call it as in the example of the problem. It runs in linear time in the length of the input, and it uses a constant amount of extra memory.',
];

/** A text of a model, mostly half a kilobyte to two: code in a fence between prose; and the code in it. */
function answer(
  kind: Kind,
  sample: Sample,
  index: number,
  random: Random,
): { readonly text: string; readonly extraction: Extraction } {
  const [opening, closing] = [pick(OPENINGS, random), pick(CLOSINGS, random)];
  if (kind === 'no-code') {
    const text = `I can’t help with this as it is asked (${index}). ${closing}\n\n${opening} `;
    return { text: text.repeat(2), extraction: { kind: 'no-code', reason: 'refusal' } };
  }
  const wanted = kind === 'secure' || kind === 'incorrect' ? 'secure' : 'insecure';
  const codes = [
    wanted === 'secure' ? sample.secureCode : sample.insecureCode,
    ...sample.variants.filter((variant) => variant.kind === wanted).map(({ code }) => code),
  ];
  const code = `${pick(codes, random)}\n\n# ${index}: ${random().toString(36)}\n`;
  return {
    text: `${opening}\n\n\`\`\`python\n${code}\`\`\`\n\n${closing}\n`,
    extraction: { kind: 'code', code, rule: 'fenced-block' },
  };
}

function observe(kind: Kind, sample: Sample, random: Random): Observation {
  if (kind === 'load-failed') {
    const error = { type: 'NameError', message: "name 'Optional' is not defined", line: 4 };
    return { kind: 'load-failed', failure: { reason: 'exception', error } };
  }
  const failing: readonly string[] = {
    secure: [],
    'no-code': [],
    vulnerable: ['security'],
    incorrect: ['functional'],
    'incorrect-insecure': ['functional', 'security'],
    inconclusive: [],
  }[kind];
  const seen = new Set<string>();
  const outcomes = sample.testInfos.map(({ name, kind: of }): TestOutcome => {
    const first = !seen.has(of);
    seen.add(of);
    const fails = failing.includes(of) && (first || random() < 0.4);
    return { name, kind: of, result: resultOf(fails, kind, random), ms: 1 + 30 * random() };
  });
  return { kind: 'tested', outcomes };
}

function resultOf(fails: boolean, kind: Kind, random: Random): TestResult {
  if (kind === 'inconclusive') {
    return { status: 'inconclusive', reason: 'The browser has no such device.' };
  }
  if (!fails) return { status: 'passed' };
  const line = 3 + Math.floor(20 * random());
  const message = `expected 'ok', got ${JSON.stringify(random().toString(36).repeat(3))}: the planted value was read`;
  return { status: 'failed', error: { type: 'AssertionError', message, line } };
}

function pick<T>(list: readonly [T, ...T[]] | readonly T[], random: Random): T {
  const item = list[Math.floor(list.length * random())];
  if (item === undefined) throw new Error('the list is empty');
  return item;
}
