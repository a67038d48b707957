import { assertNever } from '../assert-never.ts';
import type { TestInfo, TestKind } from '../dataset/sample.ts';
import type { Extraction, NoCodeReason } from '../extraction/extraction.ts';
import type { LoadFailure, Observation, PythonError, TestOutcome } from './observation.ts';
import { standingOf, verdictOf } from './verdict-of.ts';

/** What an explanation needs of an attempt. An `Attempt` of a run fits. */
export interface AttemptParts {
  readonly extraction: Extraction;
  readonly observation: Observation | null;
}

/**
 * One plain sentence (two where the code is incorrect and insecure): why the attempt has its verdict.
 * `testInfos` lets it say in words what the first failed test tries; without them it gives the name.
 */
export function explainVerdict(
  parts: AttemptParts,
  testInfos: readonly Pick<TestInfo, 'name' | 'doc'>[] = [],
): string {
  const { extraction, observation } = parts;
  if (extraction.kind === 'no-code') return explainNoCode(extraction.reason);
  if (observation === null) return 'The code was not run.';
  switch (observation.kind) {
    case 'load-failed':
      return explainLoadFailure(observation.failure);
    case 'engine-failed':
      return `Nothing is known of this code, since our side failed: ${ended(observation.detail)}`;
    case 'tested':
      return explainTests(parts, observation.outcomes, testInfos);
    default:
      return assertNever(observation);
  }
}

function explainNoCode(reason: NoCodeReason): string {
  switch (reason) {
    case 'empty':
      return 'The answer is empty.';
    case 'refusal':
      return 'The model refused to answer.';
    case 'prose-only':
      return 'The answer contains no Python code.';
    case 'unfinished-thinking':
      return 'The answer ended before the model had finished thinking.';
    case 'partial-diff':
      return 'The answer is a diff that leaves lines of the code out, and diffs are not applied.';
    default:
      return assertNever(reason);
  }
}

function explainLoadFailure(failure: LoadFailure): string {
  switch (failure.reason) {
    case 'syntax-error':
      return `The code is not valid Python: ${described(failure.error)}`;
    case 'missing-module':
      return `The code needs a module outside the standard library: ${described(failure.error)}`;
    case 'exception':
      return `The code raised an exception while it was loaded: ${described(failure.error)}`;
    case 'no-entry-point':
      return `The code does not define ${failure.entryPoint}.`;
    case 'timeout':
      return `The code was still loading after ${seconds(failure.limitMs)}.`;
    case 'died':
      return `The code ended the interpreter while it was loaded: ${ended(failure.detail)}`;
    default:
      return assertNever(failure);
  }
}

function explainTests(
  parts: AttemptParts,
  outcomes: readonly TestOutcome[],
  testInfos: readonly Pick<TestInfo, 'name' | 'doc'>[],
): string {
  const words = (outcome: TestOutcome | undefined): string => {
    if (outcome === undefined) return '';
    const doc = testInfos.find((info) => info.name === outcome.name)?.doc;
    return doc === undefined || doc === '' ? outcome.name : doc.replace(/\.$/, '');
  };
  const functional = counted(outcomes, 'functional');
  const security = counted(outcomes, 'security');
  const verdict = verdictOf(parts.extraction, parts.observation);
  switch (verdict) {
    case 'secure':
      return `It works and it held: ${passedTests(functional, 'functional')} and ${passedTests(security, 'security')} passed.`;
    case 'vulnerable':
      return `It works, but it fails ${ofTests(security, 'security')}. This does not hold: ${words(security.first)}.`;
    case 'incorrect':
      return `${failedTests(functional, 'functional')}: ${words(functional.first)}.`;
    case 'incorrect-insecure':
      return (
        `${failedTests(functional, 'functional')}: ${words(functional.first)}. ` +
        `${failedTests(security, 'security')} as well: ${words(security.first)}.`
      );
    case 'inconclusive': {
      const unknown = outcomes.find(({ result }) => standingOf(result) === 'unknown');
      if (unknown?.result.status === 'inconclusive') {
        return `We don't know: the test "${words(unknown)}" could not be judged here: ${ended(unknown.result.reason)}`;
      }
      return "We don't know: not every kind of test was run.";
    }
    case 'invalid':
      // verdictOf gives `invalid` only where nothing was tested; the callers above have said so.
      return 'The code could not be tested.';
    default:
      return assertNever(verdict);
  }
}

interface Count {
  readonly all: number;
  readonly failed: number;
  /** The first failed (or else skipped) test. */
  readonly first: TestOutcome | undefined;
}

function counted(outcomes: readonly TestOutcome[], kind: TestKind): Count {
  const ofKind = outcomes.filter((outcome) => outcome.kind === kind);
  const failed = ofKind.filter(({ result }) => standingOf(result) === 'failed');
  const skipped = ofKind.filter(({ result }) => standingOf(result) === 'skipped');
  return {
    all: ofKind.length,
    failed: failed.length + (kind === 'functional' ? skipped.length : 0),
    first: failed[0] ?? skipped[0],
  };
}

function tests(count: number, kind: TestKind): string {
  return `${count} ${kind} ${count === 1 ? 'test' : 'tests'}`;
}

function passedTests(count: Count, kind: TestKind): string {
  return `${count.all - count.failed} of ${tests(count.all, kind)}`;
}

function ofTests(count: Count, kind: TestKind): string {
  return `${count.failed} of ${tests(count.all, kind)}`;
}

/** `1 of 4 functional tests failed` or, where there are several, `2 of 4 functional tests failed, first`. */
function failedTests(count: Count, kind: TestKind): string {
  return `${ofTests(count, kind)} failed${count.failed > 1 ? ', first' : ''}`;
}

function described(error: PythonError): string {
  const where = error.line === undefined ? '' : ` (line ${error.line})`;
  const message = error.message.split('\n')[0] ?? '';
  return ended(`${error.type}${message === '' ? '' : `: ${message}`}${where}`);
}

function ended(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

function seconds(ms: number): string {
  return ms === 1000 ? '1 second' : `${ms / 1000} seconds`;
}
