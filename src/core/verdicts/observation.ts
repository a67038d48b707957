import type { TestKind } from '../dataset/sample.ts';

/** An exception as the sandbox saw it. */
export interface PythonError {
  /** Class name: `ValueError`. */
  readonly type: string;
  readonly message: string;
  /** Line in the code under test, counted from 1, where it is known. */
  readonly line?: number;
}

/** What one test showed. */
export type TestResult =
  | { readonly status: 'passed' }
  /** An assertion of the test, or an exception that the candidate let out. */
  | { readonly status: 'failed'; readonly error: PythonError }
  /** The time limit passed twice, the second time alone on an idle worker. */
  | { readonly status: 'timeout'; readonly limitMs: number }
  /** The candidate ended its interpreter: sys.exit, the memory limit, a fatal error. */
  | { readonly status: 'died'; readonly how: 'exit' | 'memory' | 'crash'; readonly detail: string }
  /** Not run, since earlier tests timed out and the verdict can't change for the better. */
  | { readonly status: 'skipped'; readonly reason: string }
  /** We don't know: something is missing in the browser or the harness itself failed. */
  | { readonly status: 'inconclusive'; readonly reason: string };

export interface TestOutcome {
  readonly name: string;
  readonly kind: TestKind;
  readonly result: TestResult;
  /** Milliseconds that the test took, as the host saw it. */
  readonly ms: number;
}

/** How loading the candidate's module failed. */
export type LoadFailure =
  | { readonly reason: 'syntax-error'; readonly error: PythonError }
  | { readonly reason: 'missing-module'; readonly error: PythonError }
  | { readonly reason: 'exception'; readonly error: PythonError }
  | { readonly reason: 'no-entry-point'; readonly entryPoint: string }
  | { readonly reason: 'timeout'; readonly limitMs: number }
  | { readonly reason: 'died'; readonly how: 'exit' | 'memory' | 'crash'; readonly detail: string };

/** What the sandbox saw of one attempt. */
export type Observation =
  | { readonly kind: 'tested'; readonly outcomes: readonly TestOutcome[] }
  | { readonly kind: 'load-failed'; readonly failure: LoadFailure }
  /** Our side failed; nothing is known of the code. */
  | { readonly kind: 'engine-failed'; readonly detail: string };
