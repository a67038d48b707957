import * as v from 'valibot';
import { ownStrategyId } from '../core/prompts/own/template.ts';
import { verdictOf } from '../core/verdicts/verdict-of.ts';
import { exportSchema, EXPORT_FORMAT, EXPORT_VERSION } from './export-schema.ts';
import type { Attempt, Round, Run, RunId } from './run.ts';
import { attemptKey, missingSlots, slotsOf } from './slots.ts';

/** A run and its attempts as a JSON text: `{ format, version, run, attempts }`. */
export function exportRun(run: Run, attempts: readonly Attempt[]): string {
  return JSON.stringify(runFile(run, attempts), null, 1);
}

/** The same before it becomes a text. */
export function runFile(run: Run, attempts: readonly Attempt[]): object {
  // What an older page can read is marked so.
  const version = run.plan.template === undefined ? 1 : EXPORT_VERSION;
  return { format: EXPORT_FORMAT, version, run, attempts };
}

export type ImportResult =
  | { readonly ok: true; readonly run: Run; readonly attempts: readonly Attempt[] }
  /** What is wrong with the file and where; a sentence for the page. */
  | { readonly ok: false; readonly problem: string };

export interface ImportDeps {
  /** Ids that are taken: a run with one of them gets a new id. */
  readonly existingIds: ReadonlySet<RunId>;
  newId(): RunId;
}

/** Longest text that is read, in UTF-16 code units: 180 samples × 100 attempts need about a quarter of it. */
export const MAX_IMPORT_LENGTH = 256 * 1024 * 1024;

/**
 * Reads what `exportRun` wrote. The text is hostile input: every field is checked, `done` and `state` are
 * counted again, and verdicts are derived again from the observations.
 */
export function importRun(text: string, deps: ImportDeps): ImportResult {
  if (text.length > MAX_IMPORT_LENGTH) return refuse('The file is too large to be a run.');
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return refuse('The file is not JSON, or it is cut off. Export the run again.');
  }
  const result = readRunFile(json);
  if (!result.ok || !deps.existingIds.has(result.run.id)) return result;
  const id = deps.newId();
  return {
    ok: true,
    run: { ...result.run, id },
    attempts: result.attempts.map((attempt) => ({ ...attempt, runId: id })),
  };
}

/** Reads what `runFile` made, with the run's own id; as hostile as a text. */
export function readRunFile(json: unknown): ImportResult {
  const header = v.safeParse(headerSchema, json);
  if (!header.success) return refuse('The file is not an exported run of this site.');
  if (header.output.version > EXPORT_VERSION) {
    return refuse(
      'The file was written by a newer version of this site. Reload the page and try again.',
    );
  }
  const parsed = v.safeParse(exportSchema, json);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    return refuse(`The file is damaged at ${v.getDotPath(issue) ?? 'its root'}: ${issue.message}.`);
  }
  return assemble(parsed.output.run, parsed.output.attempts);
}

const headerSchema = v.object({ format: v.literal(EXPORT_FORMAT), version: v.number() });

function assemble(run: Run, attempts: readonly Attempt[]): ImportResult {
  const { plan } = run;
  const { task, template } = plan;
  if (template !== undefined && plan.strategy !== ownStrategyId(task, template)) {
    return refuse('The file is damaged at run.plan.template: it is not the strategy that ran.');
  }
  if (new Set(plan.sampleIds).size !== plan.sampleIds.length) {
    return refuse('The file is damaged at run.plan.sampleIds: a sample is listed twice.');
  }
  const samples = new Set(plan.sampleIds);
  const seen = new Set<string>();
  for (const [position, attempt] of attempts.entries()) {
    const key = attemptKey(attempt.sampleId, attempt.index);
    const problem =
      attempt.runId !== run.id
        ? 'runId: it belongs to another run'
        : !samples.has(attempt.sampleId)
          ? 'sampleId: the plan has no such sample'
          : attempt.index >= plan.attemptsPerSample
            ? 'index: the plan has fewer attempts'
            : seen.has(key)
              ? 'index: the attempt is there twice'
              : null;
    if (problem !== null) return refuse(`The file is damaged at attempts.${position}.${problem}.`);
    seen.add(key);
  }
  const missing = missingSlots(plan, attempts).length;
  const total = slotsOf(plan).length;
  return {
    ok: true,
    run: { ...run, total, done: total - missing, state: missing === 0 ? 'finished' : 'open' },
    attempts: attempts.map((attempt) => ({
      ...attempt,
      verdict: verdictOf(attempt.extraction, attempt.observation),
      ...(attempt.earlier === undefined ? {} : { earlier: attempt.earlier.map(judgedAgain) }),
    })),
  };
}

function judgedAgain(round: Round): Round {
  return { ...round, verdict: verdictOf(round.extraction, round.observation) };
}

function refuse(problem: string): ImportResult {
  return { ok: false, problem };
}
