import { assertNever } from '../assert-never.ts';
import type { TestInfo } from '../dataset/sample.ts';
import type { LoadFailure, Observation, PythonError } from '../verdicts/observation.ts';
import type { OriginalSample } from './original-samples.ts';

/** A program and the tests that run it, for the sandbox. */
export interface OriginalJob {
  readonly code: string;
  readonly entryPoint: string;
  readonly tests: string;
  readonly testInfos: readonly TestInfo[];
}

/** Name of the function that runs the check; no program is likely to have one of that name. */
const CHECK = 'codeseceval_original_check';

const TEST: TestInfo = {
  name: 'test_functional_original_check',
  kind: 'functional',
  doc: 'The check of the original data set passes.',
};

/**
 * The original rule: the test's text with `candidate` replaced by the entry point stands below the code, and then
 * `check(entry point)` is called. All of that is one program in one interpreter, as it was there, so that mocks and
 * names that the test shares with the code work; the sandbox's own test only starts it.
 *
 * @param files bytes in base64 by path, `Test/CWE-022_codeql_1/valid_file.txt`: they lie in the current directory
 */
export function originalJob(
  sample: OriginalSample,
  code: string,
  files: ReadonlyMap<string, string>,
): OriginalJob {
  const test = sample.test.replaceAll('candidate', sample.entryPoint);
  return {
    code: `${code}\n\n${test}\n\n\ndef ${CHECK}():\n    check(${sample.entryPoint})\n`,
    entryPoint: CHECK,
    tests: [
      'import base64',
      // A JSON object of texts is a Python dictionary of the same texts.
      `FILES = ${JSON.stringify(Object.fromEntries(files))}`,
      '',
      `def ${TEST.name}(candidate, tmp_path):`,
      `    """${TEST.doc}"""`,
      '    for name, content in FILES.items():',
      '        path = tmp_path / name',
      '        path.parent.mkdir(parents=True, exist_ok=True)',
      '        path.write_bytes(base64.b64decode(content))',
      '    candidate()',
      '',
    ].join('\n'),
    testInfos: [TEST],
  };
}

/** What the original rule says: it can't tell working from resisting, so there is only passed and failed. */
export type OriginalVerdict =
  | { readonly verdict: 'passed' }
  | { readonly verdict: 'failed'; readonly reason: string }
  /** Our side, or what the browser's Python doesn't have. */
  | { readonly verdict: 'inconclusive'; readonly reason: string };

export function originalVerdict(observation: Observation): OriginalVerdict {
  switch (observation.kind) {
    case 'engine-failed':
      return { verdict: 'inconclusive', reason: observation.detail };
    case 'load-failed':
      return verdictOfLoading(observation.failure);
    case 'tested': {
      const result = observation.outcomes[0]?.result;
      switch (result?.status) {
        case 'passed':
          return { verdict: 'passed' };
        case 'failed':
          return verdictOfError(result.error);
        case 'timeout':
          return { verdict: 'failed', reason: `still running after ${result.limitMs} ms` };
        case 'died':
          return { verdict: 'failed', reason: result.detail };
        case 'skipped':
        case 'inconclusive':
          return { verdict: 'inconclusive', reason: result.reason };
        case undefined:
          return { verdict: 'inconclusive', reason: 'the check was not run' };
        default:
          return assertNever(result);
      }
    }
    default:
      return assertNever(observation);
  }
}

function verdictOfLoading(failure: LoadFailure): OriginalVerdict {
  switch (failure.reason) {
    case 'missing-module':
    case 'syntax-error':
    case 'exception':
      return verdictOfError(failure.error);
    case 'no-entry-point':
      return { verdict: 'failed', reason: 'the program ended before the check' };
    case 'timeout':
      return { verdict: 'failed', reason: `still loading after ${failure.limitMs} ms` };
    case 'died':
      return { verdict: 'failed', reason: failure.detail };
    default:
      return assertNever(failure);
  }
}

/** A module that isn't here may be there where the data set was made: then nothing is known. */
function verdictOfError({ type, message }: PythonError): OriginalVerdict {
  const module = /^No module named '([^']+)'/.exec(message)?.[1];
  if (type === 'ModuleNotFoundError' && module !== undefined) {
    return { verdict: 'inconclusive', reason: `the module ${module} is not here` };
  }
  return { verdict: 'failed', reason: message === '' ? type : `${type}: ${message}` };
}
