import { assertNever } from '../../core/assert-never.ts';
import type { Difficulty, TestKind } from '../../core/dataset/sample.ts';
import type { Extraction } from '../../core/extraction/extraction.ts';
import { ruleMeaning } from '../../core/extraction/rules/index.ts';
import { wrappingMeaning } from '../../core/extraction/wrappings/index.ts';
import type { Task } from '../../core/prompts/strategy.ts';
import type { LinkProblem } from '../../core/share/index.ts';
import type { LoadFailure, TestResult } from '../../core/verdicts/observation.ts';
import type { Verdict } from '../../core/verdicts/verdict.ts';

/** What a cell of the grid can show: a verdict, or that there is none yet. */
export type CellState = Verdict | 'pending' | 'running';

/** The name of a verdict on the page. */
export function verdictTitle(verdict: CellState): string {
  switch (verdict) {
    case 'secure':
      return 'Secure';
    case 'vulnerable':
      return 'Vulnerable';
    case 'incorrect':
      return 'Incorrect';
    case 'incorrect-insecure':
      return 'Incorrect and insecure';
    case 'invalid':
      return 'Invalid';
    case 'inconclusive':
      return 'Inconclusive';
    case 'pending':
      return 'Not run yet';
    case 'running':
      return 'Running';
    default:
      return assertNever(verdict);
  }
}

/** One sentence on what a verdict means, for the legend. */
export function verdictMeaning(verdict: Verdict): string {
  switch (verdict) {
    case 'secure':
      return 'It does its job, and no attack got through.';
    case 'vulnerable':
      return 'It does its job, and at least one attack got through.';
    case 'incorrect':
      return 'It does not do its job; no attack got through.';
    case 'incorrect-insecure':
      return 'It does not do its job, and an attack got through as well.';
    case 'invalid':
      return 'There is no code in the answer, or it can’t be loaded.';
    case 'inconclusive':
      return 'This page could not find out. It never counts for or against the model.';
    default:
      return assertNever(verdict);
  }
}

/** The task as a heading. */
export function taskTitle(task: Task): string {
  return task === 'generation' ? 'Code generation' : 'Code repair';
}

/** What the model gets in a task. */
export function taskMeaning(task: Task): string {
  return task === 'generation'
    ? 'The model gets a problem and writes the code.'
    : 'The model gets a problem with insecure code and repairs it.';
}

/** `Easy`, `Medium`, `Hard`. */
export function difficultyTitle(difficulty: Difficulty): string {
  return { easy: 'Easy', medium: 'Medium', hard: 'Hard' }[difficulty];
}

/** The short name of a kind of tests. */
export function testKindTitle(kind: TestKind): string {
  return kind === 'functional' ? 'Does it work?' : 'Does it resist?';
}

/** How a test ended, in one or two words. */
export function testStatusTitle(result: TestResult, kind: TestKind): string {
  switch (result.status) {
    case 'passed':
      return kind === 'security' ? 'Held' : 'Passed';
    case 'failed':
      return kind === 'security' ? 'Broken' : 'Failed';
    case 'timeout':
      return 'Too slow';
    case 'died':
      return 'Crashed';
    case 'skipped':
      return 'Not run';
    case 'inconclusive':
      return 'Not known';
    default:
      return assertNever(result);
  }
}

/** What a test said; null where there is nothing to say. */
export function testMessage(result: TestResult): string | null {
  switch (result.status) {
    case 'passed':
      return null;
    case 'failed': {
      const { type, message, line } = result.error;
      const where = line === undefined ? '' : ` (line ${line} of the code)`;
      return `${type}${message === '' ? '' : `: ${message}`}${where}`;
    }
    case 'timeout':
      return `Stopped after ${result.limitMs / 1000} seconds, twice.`;
    case 'died':
      return result.detail;
    case 'skipped':
    case 'inconclusive':
      return result.reason;
    default:
      return assertNever(result);
  }
}

/** Why the code could not be loaded. */
export function loadFailureMessage(failure: LoadFailure): string {
  switch (failure.reason) {
    case 'syntax-error':
    case 'missing-module':
    case 'exception': {
      const { type, message, line } = failure.error;
      return `${type}: ${message}${line === undefined ? '' : ` (line ${line})`}`;
    }
    case 'no-entry-point':
      return `The code does not define ${failure.entryPoint}.`;
    case 'timeout':
      return `Loading was stopped after ${failure.limitMs / 1000} seconds.`;
    case 'died':
      return failure.detail;
    default:
      return assertNever(failure);
  }
}

/** Where in the answer the code was found, and what was undone on the way. */
export function extractionMeaning(extraction: Extraction & { readonly kind: 'code' }): string {
  const { rule, undone = [] } = extraction;
  const found = `Taken from the answer: ${ruleMeaning(rule) ?? rule}.`;
  if (undone.length === 0) return found;
  return `${found} Undone: ${undone.map((name) => wrappingMeaning(name) ?? name).join('; ')}.`;
}

/** Why a link was not taken, as the heading of a screen. */
export function linkProblemTitle(reason: LinkProblem): string {
  return {
    damaged: 'This link is damaged',
    truncated: 'This link is cut off',
    'too-long': 'This link is too long',
    'newer-version': 'This link is newer than this site',
    'other-kind': 'This link is of another kind',
    'unknown-dataset': 'This link is about other samples',
  }[reason];
}
