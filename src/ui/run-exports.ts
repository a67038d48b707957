import { attemptsCsv } from '../core/exchange/attempts-csv.ts';
import { evalplusResults } from '../core/exchange/evalplus-results.ts';
import { inspectLog } from '../core/exchange/inspect-log.ts';
import { lmEvalResults } from '../core/exchange/lm-eval-results.ts';
import { samplesJsonl } from '../core/exchange/samples-jsonl.ts';
import { exportRun } from '../run/export.ts';
import type { Attempt, Run } from '../run/run.ts';

/** A form in which a run can be taken along. */
export interface RunExport {
  readonly title: string;
  /** One sentence: what it is for. */
  readonly text: string;
  /** End of the file's name. */
  readonly ending: string;
  /** MIME type. */
  readonly type: string;
  make(run: Run, attempts: readonly Attempt[]): string;
}

/** Every form, in the order in which the page offers them. */
export const RUN_EXPORTS: readonly RunExport[] = [
  {
    title: 'The whole run',
    text: 'JSON with every prompt, answer and test result; this site can open it again.',
    ending: '.json',
    type: 'application/json',
    make: exportRun,
  },
  {
    title: 'A table of the attempts',
    text: 'CSV for spreadsheets and statistics, one row an attempt, without the texts.',
    ending: '.csv',
    type: 'text/csv',
    make: attemptsCsv,
  },
  {
    title: 'The answers',
    text: 'samples.jsonl as HumanEval and EvalPlus read it: the answer and the code found in it.',
    ending: '.samples.jsonl',
    type: 'application/jsonl',
    make: (_run, attempts) => samplesJsonl(attempts),
  },
  {
    title: 'EvalPlus results',
    text: 'eval_results.json: functional tests as base, security tests as plus.',
    ending: '.eval_results.json',
    type: 'application/json',
    make: evalplusResults,
  },
  {
    title: 'Inspect log',
    text: 'An evaluation log (version 2) for inspect view and the tools around it.',
    ending: '.inspect.json',
    type: 'application/json',
    make: inspectLog,
  },
  {
    title: 'lm-evaluation-harness results',
    text: 'results.json with pass@k and secure-pass@k as one task.',
    ending: '.lm_eval.json',
    type: 'application/json',
    make: lmEvalResults,
  },
];
