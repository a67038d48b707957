import { PositionEncoding, Workspace } from '@astral-sh/ruff-wasm-nodejs';
import { lintSample } from '../../src/core/dataset/lint-sample.ts';
import { parseSample } from '../../src/core/dataset/parse-sample.ts';
import type { Sample, SampleId, TestInfo } from '../../src/core/dataset/sample.ts';
import type { Observation } from '../../src/core/verdicts/observation.ts';
import {
  type Program,
  programsOf,
  statuses,
  type Violation,
  violationsOfRuns,
} from './judge-programs.ts';
import type { Lab } from './lab.ts';
import { readSamples } from './read-samples.ts';
import { mapParallel, shuffled } from './shuffle.ts';

/** Parses and lints; samples that can't be read have no programs to run. */
export function readAndLint(ids: readonly SampleId[]): {
  samples: Sample[];
  violations: Violation[];
  /** Samples that somebody besides the author has tried to prove wrong. */
  readTwice: ReadonlySet<SampleId>;
} {
  const readTwice = new Set<SampleId>();
  const python = new Workspace({ lint: { select: [] } }, PositionEncoding.Utf16);
  const samples: Sample[] = [];
  const violations: Violation[] = [];
  for (const { id, files } of readSamples('dataset', [...ids])) {
    const parsed = parseSample(id, files);
    const found = parsed.ok ? lintSample(parsed.sample, files, parsed.reviewed) : parsed.violations;
    violations.push(...found.map((each) => ({ ...each, file: `dataset/${id}/${each.file}` })));
    if (!parsed.ok) continue;
    samples.push(parsed.sample);
    if (parsed.reviewed.some((entry) => entry.startsWith('second reader'))) readTwice.add(id);
    for (const { message } of python.check(parsed.sample.signature)) {
      violations.push({
        file: `dataset/${id}/sample.md`,
        line: 1,
        message: `signature: ${message}`,
      });
    }
  }
  return { samples, violations, readTwice };
}

/** What the sandbox saw of one program. */
export interface Seen {
  readonly sample: Sample;
  readonly program: Program;
  /** One per pass; programs that hang, and stand-ins, run in the first pass only. */
  readonly observations: Observation[];
}

function hangs(observation: Observation | undefined): boolean {
  return (
    observation?.kind === 'tested' &&
    observation.outcomes.some(({ result }) => result.status === 'timeout')
  );
}

function fails({ observations: [first] }: Seen, test: string): boolean {
  return (
    first?.kind === 'tested' &&
    first.outcomes.some(
      ({ name, result }) => name === test && ['failed', 'timeout', 'died'].includes(result.status),
    )
  );
}

/**
 * Runs a program's tests; those that the sandbox skips after a hang are run in a job of their own, if they
 * are still needed.
 */
export async function runEveryTest(
  lab: Lab,
  sample: Sample,
  program: Program,
  order: readonly TestInfo[],
  seed: number,
  isNeeded: (test: TestInfo) => boolean = () => true,
): Promise<Observation> {
  const observation = await lab.run({
    code: program.code,
    entryPoint: sample.entryPoint,
    tests: sample.tests,
    testInfos: order,
    limits: sample.limits,
    seed,
  });
  // A stand-in that hangs has failed; which of its tests hang is of no interest.
  if (observation.kind !== 'tested' || program.role === 'stand-in') return observation;
  const skipped = observation.outcomes.filter(({ result }) => result.status === 'skipped');
  if (skipped.length === 0) return observation;
  const left = order.filter(
    (test) => isNeeded(test) && skipped.some((outcome) => outcome.name === test.name),
  );
  if (left.length === 0) return observation;
  const rest = await runEveryTest(lab, sample, program, left, seed, isNeeded);
  if (rest.kind !== 'tested') return rest;
  const again = new Set(left.map(({ name }) => name));
  const done = observation.outcomes.filter(({ name }) => !again.has(name));
  return { kind: 'tested', outcomes: [...done, ...rest.outcomes] };
}

/** Runs every program of the samples so many times, programs and tests in shuffled order. */
export async function runPrograms(
  lab: Lab,
  samples: readonly Sample[],
  passes: number,
): Promise<Seen[]> {
  const seen: Seen[] = samples.flatMap((sample) =>
    programsOf(sample).map((program) => ({ sample, program, observations: [] })),
  );
  const isShown = (sample: Sample, test: TestInfo): boolean =>
    seen.some(
      (each) =>
        each.sample === sample && each.program.role === 'insecure' && fails(each, test.name),
    );
  for (let pass = 0; pass < passes; pass += 1) {
    const due = seen.filter(
      ({ program, observations: [first] }) =>
        first === undefined || (program.role !== 'stand-in' && !hangs(first)),
    );
    await mapParallel(shuffled(due, `pass ${pass}`), lab.parallel, async (each) => {
      const { sample, program } = each;
      // The seed decides the order of the tests.
      // A hang takes seconds: a test that another insecure program fails need not hang once more.
      const isNeeded = (test: TestInfo): boolean =>
        program.role !== 'insecure' || test.kind === 'functional' || !isShown(sample, test);
      each.observations.push(
        await runEveryTest(lab, sample, program, sample.testInfos, pass, isNeeded),
      );
    });
    console.log(`pass ${pass + 1} of ${passes}: ${due.length} programs`);
  }
  return seen;
}

/** Rules 1, 3 and 7 for all samples, from what the sandbox saw. */
export function violationsOfSeen(samples: readonly Sample[], seen: readonly Seen[]): Violation[] {
  const firstPass = (sample: Sample): { program: Program; observation: Observation }[] =>
    seen.flatMap((each) => {
      const [observation] = each.observations;
      return each.sample.id === sample.id && observation
        ? [{ program: each.program, observation }]
        : [];
    });
  const unsteady = seen.flatMap(({ sample, program, observations }) => {
    const different = new Set(observations.map(statuses));
    if (different.size <= 1) return [];
    const message = `${program.file}: outcomes differ between passes: ${[...different].join(' | ')}`;
    return [{ file: `dataset/${sample.id}/tests.py`, line: 1, message }];
  });
  return [...samples.flatMap((s) => violationsOfRuns(s, firstPass(s))), ...unsteady];
}
