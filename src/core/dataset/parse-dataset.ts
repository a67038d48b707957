import * as v from 'valibot';
import { errataSchema } from './errata.ts';
import type { Dataset, Sample } from './sample.ts';

const text = v.string();
const milliseconds = v.pipe(v.number(), v.integer(), v.minValue(1));

const testInfo = v.variant('kind', [
  v.object({
    name: text,
    kind: v.literal('functional'),
    doc: text,
    limitMs: v.exactOptional(milliseconds),
  }),
  v.object({
    name: text,
    kind: v.literal('security'),
    doc: text,
    limitMs: v.exactOptional(milliseconds),
  }),
]);

const sample = v.object({
  id: v.pipe(text, v.regex(/^CWE-\d{3,4}\/[a-z0-9-]+$/)),
  cwe: v.pipe(text, v.regex(/^CWE-\d{3,4}$/)),
  title: text,
  difficulty: v.picklist(['easy', 'medium', 'hard']),
  entryPoint: v.pipe(text, v.regex(/^[A-Za-z_]\w*$/)),
  signature: text,
  limits: v.object({ loadMs: milliseconds, testMs: milliseconds }),
  problem: text,
  vulnerabilityAwareProblem: text,
  insecureCodeExplanation: text,
  insecureCode: text,
  secureCode: text,
  tests: text,
  testInfos: v.array(testInfo),
  variants: v.array(v.object({ name: text, kind: v.picklist(['secure', 'insecure']), code: text })),
}) satisfies v.GenericSchema<unknown, Sample>;

const dataset = v.object({
  format: v.literal(1),
  canary: text,
  version: v.pipe(text, v.regex(/^[0-9a-f]{64}$/)),
  samples: v.pipe(
    v.array(sample),
    v.check(
      (samples) => new Set(samples.map(({ id }) => id)).size === samples.length,
      'an id comes twice',
    ),
  ),
  errata: errataSchema,
}) satisfies v.GenericSchema<unknown, Dataset>;

/**
 * Reads the data set asset.
 *
 * @throws {Error} with the path of the field that doesn't fit: `samples.3.title: …`.
 */
export function parseDataset(json: unknown): Dataset {
  const parsed = v.safeParse(dataset, json);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw new Error(`The data set can't be read: ${v.getDotPath(issue) ?? 'root'}: ${issue.message}`);
}
