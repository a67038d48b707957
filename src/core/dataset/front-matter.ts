/**
 * The front matter of `sample.md`. Only the build and the checks import this module: the YAML reader
 * stays out of the page.
 */
import * as v from 'valibot';
import { LineCounter, isMap, parseDocument } from 'yaml';
import { CANARY } from './canary.ts';
import { DEFAULT_LIMITS, type Difficulty, type Limits } from './sample.ts';
import type { Violation } from './violation.ts';

const milliseconds = v.pipe(v.number(), v.integer(), v.minValue(100), v.maxValue(60_000));
const text = v.pipe(v.string(), v.trim(), v.nonEmpty('is empty'));

const schema = v.strictObject({
  title: v.pipe(text, v.regex(/^[^\n]*$/, 'is more than one line')),
  difficulty: v.picklist(['easy', 'medium', 'hard']),
  entry_point: v.pipe(v.string(), v.regex(/^[A-Za-z_]\w*$/, 'is not one Python identifier')),
  signature: text,
  limits: v.optional(
    v.strictObject({ load_ms: v.optional(milliseconds), test_ms: v.optional(milliseconds) }),
  ),
  canary: v.literal(CANARY, `is not the canary of the data set: ${CANARY}`),
  reviewed: v.optional(v.union([v.string(), v.array(v.string())])),
});

/** What the front matter says. */
export interface FrontMatter {
  readonly title: string;
  readonly difficulty: Difficulty;
  readonly entryPoint: string;
  readonly signature: string;
  readonly limits: Limits;
  /** What a second reader attacked and wrote; empty where nobody did. */
  readonly reviewed: readonly string[];
}

export type ParsedFrontMatter =
  | { readonly ok: true; readonly frontMatter: FrontMatter }
  | { readonly ok: false; readonly violations: readonly Violation[] };

/** Reads the YAML between the `---` lines of `sample.md`; `yaml` starts at line 2 of the file. */
export function parseFrontMatter(yaml: string): ParsedFrontMatter {
  const counter = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: counter });
  const lineAt = (offset: number): number => counter.linePos(offset).line + 1;
  const problem = (line: number, message: string): Violation => ({
    file: 'sample.md',
    line,
    message,
  });
  if (document.errors.length > 0) {
    const violations = document.errors.map((error) =>
      problem(lineAt(error.pos[0]), `front matter: ${error.message.split('\n')[0] ?? ''}`),
    );
    return { ok: false, violations };
  }
  const parsed = v.safeParse(schema, document.toJS());
  if (!parsed.success) {
    const root = isMap(document.contents) ? document.contents.items : [];
    const lineOfKey = (key: string): number => {
      const pair = root.find((item) => String(item.key) === key);
      const range = (pair?.key as { range?: readonly [number, number, number] } | undefined)?.range;
      return range === undefined ? 1 : lineAt(range[0]);
    };
    const violations = parsed.issues.map((issue) => {
      const path = v.getDotPath(issue);
      const key = path?.split('.')[0];
      return problem(
        key === undefined ? 1 : lineOfKey(key),
        `front matter: ${path ?? 'the whole'}: ${issue.message}`,
      );
    });
    return { ok: false, violations };
  }
  const { output } = parsed;
  const reviewed = typeof output.reviewed === 'string' ? [output.reviewed] : output.reviewed;
  return {
    ok: true,
    frontMatter: {
      title: output.title,
      difficulty: output.difficulty,
      entryPoint: output.entry_point,
      signature: output.signature,
      limits: {
        loadMs: output.limits?.load_ms ?? DEFAULT_LIMITS.loadMs,
        testMs: output.limits?.test_ms ?? DEFAULT_LIMITS.testMs,
      },
      reviewed: (reviewed ?? []).map((entry) => entry.trim()).filter((entry) => entry !== ''),
    },
  };
}
