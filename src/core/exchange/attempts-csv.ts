import { csvOf } from '../csv.ts';
import { cweOf, inOrder, isoTime, type AttemptRecord, type RunRecord } from './run-record.ts';
import { testsOf } from './standings.ts';

const COLUMNS = [
  'run_id',
  'model',
  'provider',
  'task',
  'strategy',
  'sample_id',
  'cwe',
  'attempt',
  'verdict',
  'functional_passed',
  'functional_tests',
  'security_passed',
  'security_tests',
  'failed_tests',
  'extraction',
  'finish',
  'prompt_tokens',
  'completion_tokens',
  'generation_ms',
  'replayed',
  'finished_at',
] as const;

/**
 * One row an attempt, as RFC 4180 has it: a header, CRLF, quotes where needed. Attempts count from 0; what is
 * not known is empty; names of failed tests stand with spaces between them. The texts are not in it: for these
 * there is `samples.jsonl`.
 */
export function attemptsCsv(run: RunRecord, attempts: readonly AttemptRecord[]): string {
  const rows = inOrder(attempts).map((attempt) => rowOf(run, attempt));
  return csvOf([COLUMNS, ...rows]);
}

function rowOf({ id, plan }: RunRecord, attempt: AttemptRecord): readonly (string | number)[] {
  const { completion, extraction } = attempt;
  const functional = testsOf(attempt, 'functional');
  const security = testsOf(attempt, 'security');
  return [
    id,
    plan.model.title,
    plan.model.provider,
    plan.task,
    plan.strategy,
    attempt.sampleId,
    cweOf(attempt.sampleId),
    attempt.index,
    attempt.verdict,
    functional.passed,
    functional.all,
    security.passed,
    security.all,
    [...functional.failed, ...security.failed].join(' '),
    extraction.kind === 'code' ? extraction.rule : extraction.reason,
    completion.finish,
    completion.usage?.prompt ?? '',
    completion.usage?.completion ?? '',
    completion.replayed === true ? '' : Math.round(completion.ms),
    completion.replayed === true ? 'true' : 'false',
    isoTime(attempt.finishedAt),
  ];
}
