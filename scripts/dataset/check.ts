// npm run dataset:check [id …] [--thorough] [--report FILE]: holds samples against the rules of
// dataset/README.md, in the real sandbox. Ends with 1 when a rule is broken.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { PositionEncoding, Workspace } from '@astral-sh/ruff-wasm-nodejs';
import { lintSample } from '../../src/core/dataset/lint-sample.ts';
import { parseSample } from '../../src/core/dataset/parse-sample.ts';
import type { Sample, TestInfo } from '../../src/core/dataset/sample.ts';
import type { Observation } from '../../src/core/verdicts/observation.ts';
import { burnProcessors } from './burn-processors.ts';
import {
  type Program,
  programsOf,
  statuses,
  type Violation,
  violationsOfRuns,
} from './judge-programs.ts';
import { type Lab, openLab } from './lab.ts';
import { nativeViolations } from './native.ts';
import { readSamples, sampleIds } from './read-samples.ts';
import { mapParallel, shuffled } from './shuffle.ts';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { thorough: { type: 'boolean', default: false }, report: { type: 'string' } },
});
const PASSES = options.thorough ? 20 : 2;

/** Parses and lints; samples that can't be read have no programs to run. */
function readAll(ids: readonly string[]): { samples: Sample[]; violations: Violation[] } {
  const python = new Workspace({ lint: { select: [] } }, PositionEncoding.Utf16);
  const samples: Sample[] = [];
  const violations: Violation[] = [];
  for (const { id, files } of readSamples('dataset', [...ids])) {
    const parsed = parseSample(id, files);
    const found = parsed.ok ? lintSample(parsed.sample, files, parsed.reviewed) : parsed.violations;
    violations.push(...found.map((each) => ({ ...each, file: `dataset/${id}/${each.file}` })));
    if (!parsed.ok) continue;
    samples.push(parsed.sample);
    for (const { message } of python.check(parsed.sample.signature)) {
      violations.push({
        file: `dataset/${id}/sample.md`,
        line: 1,
        message: `signature: ${message}`,
      });
    }
  }
  return { samples, violations };
}

interface Seen {
  readonly sample: Sample;
  readonly program: Program;
  /** One per pass; programs that hang run in the first pass only. */
  readonly observations: Observation[];
}

function hangs(observation: Observation | undefined): boolean {
  return (
    observation?.kind === 'tested' &&
    observation.outcomes.some(({ result }) => result.status === 'timeout')
  );
}

/** Runs a program's tests; those that the sandbox skips after a hang are run in a job of their own. */
async function runEveryTest(
  lab: Lab,
  sample: Sample,
  program: Program,
  order: readonly TestInfo[],
  seed: number,
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
  const left = order.filter(({ name }) => skipped.some((outcome) => outcome.name === name));
  const rest = await runEveryTest(lab, sample, program, left, seed);
  if (rest.kind !== 'tested') return rest;
  const done = observation.outcomes.filter(({ result }) => result.status !== 'skipped');
  return { kind: 'tested', outcomes: [...done, ...rest.outcomes] };
}

async function runAll(samples: readonly Sample[]): Promise<Seen[]> {
  const seen: Seen[] = samples.flatMap((sample) =>
    programsOf(sample).map((program) => ({ sample, program, observations: [] })),
  );
  const lab = await openLab();
  try {
    for (let pass = 0; pass < PASSES; pass += 1) {
      const due = seen.filter(({ observations }) => !hangs(observations[0]));
      await mapParallel(shuffled(due, `pass ${pass}`), lab.parallel, async (each) => {
        const { sample, program } = each;
        // The sandbox runs tests in the order that it is given.
        const order = shuffled(sample.testInfos, `pass ${pass} of ${program.file}`);
        each.observations.push(await runEveryTest(lab, sample, program, order, pass));
      });
      console.log(`pass ${pass + 1} of ${PASSES}: ${due.length} programs`);
    }
  } finally {
    await lab.close();
  }
  return seen;
}

function violationsOfSeen(samples: readonly Sample[], seen: readonly Seen[]): Violation[] {
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

function printTable(samples: readonly Sample[], violations: readonly Violation[]): number {
  let clean = 0;
  for (const sample of samples) {
    const count = violations.filter(({ file }) => file.startsWith(`dataset/${sample.id}/`)).length;
    if (count === 0) clean += 1;
    const tests = (kind: string): number =>
      sample.testInfos.filter((test) => test.kind === kind).length;
    console.log(
      `${count === 0 ? 'ok    ' : 'BROKEN'} ${sample.id.padEnd(36)} ${tests('functional')} functional, ` +
        `${tests('security')} security tests, ${sample.variants.length} variants`,
    );
  }
  return clean;
}

const started = Date.now();
const known = sampleIds('dataset');
const unknown = positionals.filter((id) => !known.includes(id));
if (unknown.length > 0) {
  console.error(`There is no sample ${unknown.join(', ')}.`);
  process.exit(2);
}
const ids = positionals.length > 0 ? positionals : known;
const { samples, violations } = readAll(ids);
const stopBurning = options.thorough ? burnProcessors() : () => undefined;
const seen = await runAll(samples).finally(stopBurning);
violations.push(...violationsOfSeen(samples, seen));
if (options.thorough) violations.push(...nativeViolations(samples, seen));

for (const { file, line, message } of violations) console.log(`${file}:${line} ${message}`);
const clean = printTable(samples, violations);
console.log(
  `${ids.length} samples, ${seen.length} programs, ${PASSES} passes, ${violations.length} violations, ` +
    `${((Date.now() - started) / 1000).toFixed(0)} s`,
);
if (options.report) {
  writeFileSync(options.report, JSON.stringify({ passed: clean, failed: ids.length - clean }));
}
process.exit(violations.length === 0 ? 0 : 1);
