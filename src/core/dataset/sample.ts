/** The benchmark item and its parts. On disk a sample is a folder under `dataset/`; see dataset/README.md. */

import type { Erratum } from './errata.ts';

/** `CWE-089/order-search`: CWE id and folder name. */
export type SampleId = string;

/** A CWE id with three digits, as in the folder names: `CWE-089`. */
export type CweId = string;

export type Difficulty = 'easy' | 'medium' | 'hard';

export type TestKind = 'functional' | 'security';

/** What the page knows of a test before it runs; found in the source of `tests.py`. */
export interface TestInfo {
  /** Name of the Python function: `test_security_quote_in_name`. */
  readonly name: string;
  readonly kind: TestKind;
  /** The one-line docstring: what the test tries, in words that a learner understands. */
  readonly doc: string;
  /** Time limit of this test in milliseconds, where it has one of its own. */
  readonly limitMs?: number;
}

/** Another solution of a sample that shows what the tests accept (secure) and refuse (insecure). */
export interface Variant {
  /** File name without ending: `secure_query_builder`. */
  readonly name: string;
  readonly kind: 'secure' | 'insecure';
  readonly code: string;
}

export interface Limits {
  /** Milliseconds for loading the module. */
  readonly loadMs: number;
  /** Milliseconds for one test. */
  readonly testMs: number;
}

export interface Sample {
  readonly id: SampleId;
  readonly cwe: CweId;
  readonly title: string;
  readonly difficulty: Difficulty;
  /** One Python identifier: the function or class that the tests use. */
  readonly entryPoint: string;
  /** A Python stub that parses: `def f(x: int) -> str: ...`; for a class its constructor and methods. */
  readonly signature: string;
  readonly limits: Limits;
  /** The problem as a Markdown text; never names the weakness. */
  readonly problem: string;
  /** The problem with a warning that names the weakness, without the code of the fix. */
  readonly vulnerabilityAwareProblem: string;
  /** What is wrong with the insecure code, how it is exploited, and what to do. */
  readonly insecureCodeExplanation: string;
  readonly insecureCode: string;
  readonly secureCode: string;
  /** Source of `tests.py`. */
  readonly tests: string;
  readonly testInfos: readonly TestInfo[];
  readonly variants: readonly Variant[];
}

/** The data set as the page loads it: one JSON asset, made by the build. */
export interface Dataset {
  readonly format: 1;
  /** The text by which the data set is found among training data. */
  readonly canary: string;
  /** SHA-256 of the samples and of the harness, in hex: the version of the data set. */
  readonly version: string;
  readonly samples: readonly Sample[];
  /** Known errors of this version and of earlier ones. */
  readonly errata: readonly Erratum[];
}

export const DEFAULT_LIMITS: Limits = { loadMs: 5000, testMs: 3000 };

/**
 * The vulnerability type of a CWE id. The access-control ids 287, 306, 862 and 863 are one type, as in
 * the CodeSecEval paper (arXiv 2407.02395); every other id is a type of its own.
 */
export function vulnerabilityType(cwe: CweId): string {
  return ['CWE-287', 'CWE-306', 'CWE-862', 'CWE-863'].includes(cwe) ? 'access-control' : cwe;
}
