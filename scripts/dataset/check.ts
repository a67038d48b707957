// npm run dataset:check [id …] [-- --thorough] [-- --report FILE]: holds samples against the rules of
// dataset/README.md, in the real sandbox. Ends with 1 when a rule is broken.
// npm run dataset:check -- --quality [--thorough]: writes docs/dataset-quality.md from what was seen as well.
// npm run dataset:check -- --table: writes the table of all samples into dataset/README.md, and runs nothing.
// npm run dataset:check ID -- --program FILE: judges a program of yours by the tests of one sample.
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Sample } from '../../src/core/dataset/sample.ts';
import { burnProcessors } from './burn-processors.ts';
import { readAndLint, runEveryTest, runPrograms, violationsOfSeen } from './check-samples.ts';
import { reasonOf, type Violation } from './judge-programs.ts';
import { openLab } from './lab.ts';
import { nativeViolations } from './native.ts';
import { sampleIds } from './read-samples.ts';
import { writeQualityReport } from './quality-report.ts';
import { tableViolations, writeTable } from './readme-table.ts';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    thorough: { type: 'boolean', default: false },
    report: { type: 'string' },
    program: { type: 'string' },
    table: { type: 'boolean', default: false },
    quality: { type: 'boolean', default: false },
  },
});
const PASSES = options.thorough ? 20 : 2;

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

/** Prints what each test of a sample says of a program. */
async function judgeProgram(sample: Sample, file: string): Promise<void> {
  const code = readFileSync(file, 'utf8');
  const program = { sampleId: sample.id, role: 'secure', file, code } as const;
  const seen = await runEveryTest(lab, sample, program, sample.testInfos, 0);
  if (seen.kind !== 'tested') {
    console.log(seen.kind, JSON.stringify(seen));
    return;
  }
  for (const outcome of seen.outcomes) {
    console.log(`${outcome.result.status.padEnd(8)} ${outcome.name}: ${reasonOf(outcome)}`);
  }
}

const started = Date.now();
const known = sampleIds('dataset');
const unknown = positionals.filter((id) => !known.includes(id));
if (unknown.length > 0) {
  console.error(`There is no sample ${unknown.join(', ')}.`);
  process.exit(2);
}
const ids = positionals.length > 0 ? positionals : known;
const { samples, violations, readTwice } = readAndLint(ids);
if (options.table) {
  writeTable(samples);
  process.exit(violations.length === 0 ? 0 : 1);
}
if (ids === known) violations.push(...tableViolations(samples));
const lab = await openLab();
if (options.program !== undefined) {
  const [sample] = samples;
  if (!sample || samples.length > 1) throw new Error('--program takes one sample that parses');
  await judgeProgram(sample, options.program);
  await lab.close();
  process.exit(0);
}
const stopBurning = options.thorough ? burnProcessors() : () => undefined;
const seen = await runPrograms(lab, samples, PASSES).finally(() => {
  stopBurning();
  return lab.close();
});
violations.push(...violationsOfSeen(samples, seen));
if (options.thorough) violations.push(...nativeViolations(samples, seen));

for (const { file, line, message } of violations) console.log(`${file}:${line} ${message}`);
const clean = printTable(samples, violations);
console.log(
  `${ids.length} samples, ${seen.length} programs, ${PASSES} passes, ${violations.length} violations, ` +
    `${((Date.now() - started) / 1000).toFixed(0)} s`,
);
if (options.quality) {
  await writeQualityReport({
    samples,
    seen,
    violations,
    readTwice,
    passes: PASSES,
    native: options.thorough,
    seconds: (Date.now() - started) / 1000,
  });
}
if (options.report) {
  writeFileSync(options.report, JSON.stringify({ passed: clean, failed: ids.length - clean }));
}
process.exit(violations.length === 0 ? 0 : 1);
