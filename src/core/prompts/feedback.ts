import { assertNever } from '../assert-never.ts';
import type { TestInfo } from '../dataset/sample.ts';
import type { Extraction } from '../extraction/extraction.ts';
import type { LoadFailure, Observation, TestResult } from '../verdicts/observation.ts';

/** What a model is told of one thing that went wrong. */
export interface FailedTest {
  /** What the test tries, in the words of its docstring; null where the code could not even be loaded. */
  readonly doc: string | null;
  /** What was seen: `ValueError: negative`. */
  readonly message: string;
}

/** More of a message says nothing new, and would fill the context of a small model. */
const LONGEST_MESSAGE = 300;

/** What failed of an answer, in the order of the tests; empty where nothing did or nothing is known. */
export function failuresOf(
  extraction: Extraction,
  observation: Observation | null,
  tests: readonly TestInfo[],
): readonly FailedTest[] {
  if (extraction.kind === 'no-code') {
    return [{ doc: null, message: 'The answer contained no code.' }];
  }
  switch (observation?.kind) {
    case undefined:
    case 'engine-failed':
      return [];
    case 'load-failed':
      return [{ doc: null, message: cut(loadFailureText(observation.failure)) }];
    case 'tested':
      return tests.flatMap(({ name, doc }) => {
        const outcome = observation.outcomes.find((each) => each.name === name);
        const message = outcome ? failureText(outcome.result) : null;
        return message === null ? [] : [{ doc, message: cut(message) }];
      });
    default:
      return assertNever(observation);
  }
}

function failureText(result: TestResult): string | null {
  switch (result.status) {
    case 'passed':
    case 'skipped':
    case 'inconclusive':
      return null;
    case 'failed':
      return `${result.error.type}: ${result.error.message}`;
    case 'timeout':
      return 'It did not end in time.';
    case 'died':
      return `The interpreter ended: ${result.detail}`;
    default:
      return assertNever(result);
  }
}

function loadFailureText(failure: LoadFailure): string {
  switch (failure.reason) {
    case 'syntax-error':
    case 'missing-module':
    case 'exception':
      return `The code could not be loaded: ${failure.error.type}: ${failure.error.message}`;
    case 'no-entry-point':
      return `The code does not define ${failure.entryPoint}.`;
    case 'timeout':
      return 'Loading the code did not end in time.';
    case 'died':
      return `The interpreter ended while the code was loaded: ${failure.detail}`;
    default:
      return assertNever(failure);
  }
}

function cut(text: string): string {
  return text.length <= LONGEST_MESSAGE ? text : `${text.slice(0, LONGEST_MESSAGE - 1)}…`;
}

/** The failures as a list for a prompt. */
export function failureList(failures: readonly FailedTest[]): string {
  return failures
    .map(({ doc, message }) => `- ${doc === null ? message : `${doc} ${message}`}`)
    .join('\n');
}
