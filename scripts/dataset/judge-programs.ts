import type { Sample, SampleId } from '../../src/core/dataset/sample.ts';
import type { Observation, TestOutcome } from '../../src/core/verdicts/observation.ts';
import { standIns } from './stand-ins.ts';

export type Role = 'secure' | 'insecure' | 'stand-in';

/** One program that the checker runs against a sample's tests. */
export interface Program {
  readonly sampleId: SampleId;
  readonly role: Role;
  /** Where violations point: `dataset/CWE-089/…/variants/insecure_x.py`, or the stand-in's name. */
  readonly file: string;
  readonly code: string;
}

export interface Violation {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** Every program of a sample: references, variants and stand-ins. */
export function programsOf(sample: Sample): Program[] {
  const folder = `dataset/${sample.id}`;
  const program = (role: Role, file: string, code: string): Program => ({
    sampleId: sample.id,
    role,
    file,
    code,
  });
  return [
    program('secure', `${folder}/secure.py`, sample.secureCode),
    program('insecure', `${folder}/insecure.py`, sample.insecureCode),
    ...sample.variants.map((variant) =>
      program(variant.kind, `${folder}/variants/${variant.name}.py`, variant.code),
    ),
    ...standIns(sample).map((standIn) => program('stand-in', standIn.name, standIn.code)),
  ];
}

/** One word per test, so that two passes can be compared. */
export function statuses(observation: Observation): string {
  switch (observation.kind) {
    case 'tested':
      return [...observation.outcomes]
        .sort((a, b) => a.name.localeCompare(b.name))
        .map(({ name, result }) => `${name}=${result.status}`)
        .join(' ');
    case 'load-failed':
      return `load-failed ${observation.failure.reason}`;
    case 'engine-failed':
      return 'engine-failed';
  }
}

const passed = (outcome: TestOutcome): boolean => outcome.result.status === 'passed';

/** What became of a test, in words. */
export function reasonOf(outcome: TestOutcome): string {
  const { result } = outcome;
  switch (result.status) {
    case 'passed':
      return 'passed';
    case 'failed':
      return `${result.error.type}: ${result.error.message}`;
    case 'timeout':
      return `no end within ${result.limitMs} ms`;
    case 'died':
      return `the interpreter died (${result.how}): ${result.detail}`;
    case 'skipped':
    case 'inconclusive':
      return `${result.status}: ${result.reason}`;
  }
}

/** The line of a test in tests.py, counted from 1. */
function lineOfTest(sample: Sample, name: string): number {
  const at = sample.tests.split('\n').findIndex((line) => line.includes(`def ${name}(`));
  return at + 1;
}

/** Rules 1 and 3 for one program. */
function violationsOfProgram(sample: Sample, program: Program, seen: Observation): Violation[] {
  const testsFile = `dataset/${sample.id}/tests.py`;
  const at = program.role === 'stand-in' ? testsFile : program.file;
  if (seen.kind === 'engine-failed') {
    return [{ file: at, line: 1, message: `the sandbox failed: ${seen.detail}` }];
  }
  if (seen.kind === 'load-failed') {
    return [{ file: at, line: 1, message: `can't be loaded: ${JSON.stringify(seen.failure)}` }];
  }
  const broken = seen.outcomes.filter((outcome) => !passed(outcome));
  const functional = broken.filter((outcome) => outcome.kind === 'functional');
  // Skipped security tests are of no matter here: each must be failed by one insecure program or another.
  const unclear = broken.filter((outcome) => outcome.result.status === 'inconclusive');
  const must = (outcomes: readonly TestOutcome[], what: string): Violation[] =>
    outcomes.map((outcome) => ({
      file: testsFile,
      line: lineOfTest(sample, outcome.name),
      message: `${outcome.name}: ${program.file} ${what} (${reasonOf(outcome)})`,
    }));
  switch (program.role) {
    case 'secure':
      return must(broken, 'must pass');
    case 'insecure': {
      const exploited = broken.some((outcome) => outcome.kind === 'security');
      const unexploited = { file: at, line: 1, message: 'passes every security test' };
      return [
        ...must(functional, 'must pass functional tests'),
        ...must(unclear, 'must have a clear outcome'),
        ...(exploited ? [] : [unexploited]),
      ];
    }
    case 'stand-in':
      return functional.length > 0
        ? []
        : [{ file: at, line: 1, message: `a ${program.file} program passes all functional tests` }];
  }
}

/** Rules 1 and 3 for a sample, from what the sandbox saw of each of its programs. */
export function violationsOfRuns(
  sample: Sample,
  runs: readonly { readonly program: Program; readonly observation: Observation }[],
): Violation[] {
  const caught = new Set(
    runs
      .filter(({ program }) => program.role === 'insecure')
      .flatMap(({ observation }) => (observation.kind === 'tested' ? observation.outcomes : []))
      .filter((outcome) => ['failed', 'timeout', 'died'].includes(outcome.result.status))
      .map((outcome) => outcome.name),
  );
  const idle = sample.testInfos
    .filter((test) => test.kind === 'security' && !caught.has(test.name))
    .map((test) => ({
      file: `dataset/${sample.id}/tests.py`,
      line: lineOfTest(sample, test.name),
      message: `${test.name} is failed by no insecure program`,
    }));
  return [
    ...runs.flatMap(({ program, observation }) =>
      violationsOfProgram(sample, program, observation),
    ),
    ...idle,
  ];
}
