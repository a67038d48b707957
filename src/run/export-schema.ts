import * as v from 'valibot';
import { VERDICTS } from '../core/verdicts/verdict.ts';
import { MAX_ATTEMPTS_PER_SAMPLE, MAX_ROUNDS } from './plan.ts';
import type { Attempt, Run } from './run.ts';

/** First field of an exported run. */
export const EXPORT_FORMAT = 'codeseceval-run';

/** Raised when the shape changes in a way that older pages can't read. 2: a plan may hold a strategy's template. */
export const EXPORT_VERSION = 2;

const text = v.pipe(v.string(), v.maxLength(4_000_000));
const name = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const ms = v.pipe(v.number(), v.finite(), v.minValue(0));

/** US dollars for a million tokens. */
const price = v.pipe(v.number(), v.minValue(0), v.maxValue(1e6));

const planSchema = v.strictObject({
  task: v.picklist(['generation', 'repair']),
  strategy: name,
  template: v.exactOptional(v.strictObject({ title: name, system: text, user: text })),
  model: v.strictObject({ provider: name, id: name, title: name }),
  sampleIds: v.pipe(v.array(name), v.minLength(1), v.maxLength(10_000)),
  attemptsPerSample: v.pipe(count, v.minValue(1), v.maxValue(MAX_ATTEMPTS_PER_SAMPLE)),
  temperature: v.pipe(v.number(), v.minValue(0), v.maxValue(2)),
  maxTokens: v.pipe(count, v.minValue(1)),
  seed: v.pipe(count, v.maxValue(0xffff_ffff)),
  datasetVersion: name,
  rounds: v.exactOptional(v.pipe(count, v.maxValue(MAX_ROUNDS))),
  fresh: v.exactOptional(v.boolean()),
});

const provenanceSchema = v.strictObject({
  fingerprint: v.exactOptional(text),
  engine: v.exactOptional(name),
  quantisation: v.exactOptional(name),
  device: v.strictObject({
    backend: v.picklist(['webgpu', 'wasm', 'remote', 'browser', 'none']),
    adapter: v.exactOptional(text),
    fallbackAdapter: v.exactOptional(v.boolean()),
    f16: v.exactOptional(v.boolean()),
    features: v.exactOptional(v.pipe(v.array(name), v.maxLength(100))),
    maxBinding: v.exactOptional(count),
    threads: v.exactOptional(count),
  }),
  honours: v.strictObject({ seed: v.boolean(), temperature: v.boolean() }),
  promptHash: v.exactOptional(name),
  sandboxVersion: name,
  price: v.exactOptional(v.strictObject({ input: price, output: price })),
  loadedAt: v.exactOptional(ms),
  mixed: v.exactOptional(v.literal(true)),
});

const runSchema = v.strictObject({
  id: name,
  plan: planSchema,
  state: v.picklist(['open', 'finished']),
  createdAt: ms,
  updatedAt: ms,
  siteVersion: name,
  done: count,
  total: count,
  provenance: v.exactOptional(provenanceSchema),
});

const completionSchema = v.strictObject({
  text,
  finish: v.picklist(['stop', 'length']),
  usage: v.exactOptional(v.strictObject({ prompt: count, completion: count, exact: v.boolean() })),
  ms,
  replayed: v.exactOptional(v.boolean()),
});

const extractionSchema = v.variant('kind', [
  v.strictObject({
    kind: v.literal('code'),
    code: text,
    rule: name,
    undone: v.exactOptional(v.array(name)),
  }),
  v.strictObject({
    kind: v.literal('no-code'),
    reason: v.picklist(['empty', 'refusal', 'prose-only', 'unfinished-thinking', 'partial-diff']),
  }),
]);

const pythonErrorSchema = v.strictObject({
  type: name,
  message: text,
  line: v.exactOptional(count),
});

const how = v.picklist(['exit', 'memory', 'crash']);

const testResultSchema = v.variant('status', [
  v.strictObject({ status: v.literal('passed') }),
  v.strictObject({ status: v.literal('failed'), error: pythonErrorSchema }),
  v.strictObject({ status: v.literal('timeout'), limitMs: ms }),
  v.strictObject({ status: v.literal('died'), how, detail: text }),
  v.strictObject({ status: v.literal('skipped'), reason: text }),
  v.strictObject({ status: v.literal('inconclusive'), reason: text }),
]);

const loadFailureSchema = v.variant('reason', [
  v.strictObject({ reason: v.literal('syntax-error'), error: pythonErrorSchema }),
  v.strictObject({ reason: v.literal('missing-module'), error: pythonErrorSchema }),
  v.strictObject({ reason: v.literal('exception'), error: pythonErrorSchema }),
  v.strictObject({ reason: v.literal('no-entry-point'), entryPoint: name }),
  v.strictObject({ reason: v.literal('timeout'), limitMs: ms }),
  v.strictObject({ reason: v.literal('died'), how, detail: text }),
]);

const observationSchema = v.variant('kind', [
  v.strictObject({
    kind: v.literal('tested'),
    outcomes: v.pipe(
      v.array(
        v.strictObject({
          name,
          kind: v.picklist(['functional', 'security']),
          result: testResultSchema,
          ms,
        }),
      ),
      v.maxLength(1000),
    ),
  }),
  v.strictObject({ kind: v.literal('load-failed'), failure: loadFailureSchema }),
  v.strictObject({ kind: v.literal('engine-failed'), detail: text }),
]);

const roundEntries = {
  messages: v.pipe(
    v.array(v.strictObject({ role: v.picklist(['system', 'user', 'assistant']), content: text })),
    v.maxLength(1000),
  ),
  completion: completionSchema,
  extraction: extractionSchema,
  observation: v.nullable(observationSchema),
  verdict: v.picklist(VERDICTS),
};

const attemptSchema = v.strictObject({
  runId: name,
  sampleId: name,
  index: count,
  ...roundEntries,
  earlier: v.exactOptional(v.pipe(v.array(v.strictObject(roundEntries)), v.maxLength(MAX_ROUNDS))),
  selfCheck: v.exactOptional(
    v.strictObject({ problem: v.nullable(text), slowestMs: ms, checkedAt: ms }),
  ),
  extractionVersion: count,
  finishedAt: ms,
});

/** The whole file. Typed as what the run module means, so that schema and types can't drift apart. */
export const exportSchema: v.GenericSchema<
  unknown,
  { format: typeof EXPORT_FORMAT; version: number; run: Run; attempts: Attempt[] }
> = v.strictObject({
  format: v.literal(EXPORT_FORMAT),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  run: runSchema,
  attempts: v.array(attemptSchema),
});
