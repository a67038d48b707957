import { writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import type { Sample, SampleId } from '../../src/core/dataset/sample.ts';
import type { TestOutcome } from '../../src/core/verdicts/observation.ts';
import { buildDataset } from '../build/dataset-asset.ts';
import type { Seen } from './check-samples.ts';
import type { Role, Violation } from './judge-programs.ts';

const REPORT = 'docs/dataset-quality.md';

/** What one run of the checker saw of the whole data set. */
export interface Checked {
  readonly samples: readonly Sample[];
  readonly seen: readonly Seen[];
  readonly violations: readonly Violation[];
  readonly readTwice: ReadonlySet<SampleId>;
  readonly passes: number;
  /** Whether native CPython was asked as well. */
  readonly native: boolean;
  readonly seconds: number;
}

/** Writes docs/dataset-quality.md: the figures that were taken of the original data set, of this one. */
export async function writeQualityReport(checked: Checked): Promise<void> {
  const text = qualityReport(checked, buildDataset('dataset').version, today());
  const style = await resolveConfig(REPORT);
  writeFileSync(REPORT, await format(text, { ...style, parser: 'markdown' }));
}

const today = (): string => new Date().toISOString().slice(0, 10);

/** The report as Markdown; `version` is the SHA-256 of the data set. */
export function qualityReport(checked: Checked, version: string, date: string): string {
  const { samples, seen, violations, readTwice } = checked;
  const all = samples.length;
  const broken = new Set(samples.filter((sample) => hasViolation(sample, violations)));
  const onlyFunctional = samples.filter((sample) => {
    const failed = outcomesOf(seen, sample, 'insecure.py').filter(isFailed);
    return failed.length > 0 && !failed.some(({ kind }) => kind === 'security');
  });
  const forced = samples.filter((sample) =>
    violations.some(
      ({ file, message }) =>
        file === `dataset/${sample.id}/tests.py` && message.startsWith('the test demands '),
    ),
  );
  const exploited = samples.filter((sample) =>
    outcomesOf(seen, sample, 'secure.py').some((one) => one.kind === 'security' && isFailed(one)),
  );
  const programs = (role: Role): number =>
    seen.filter(({ program }) => program.role === role).length;
  const tests = (kind: string): number =>
    samples.reduce(
      (sum, { testInfos }) => sum + testInfos.filter((t) => t.kind === kind).length,
      0,
    );
  const of = (count: number): string => `${count} of ${all}`;
  return `# Quality of the data set

Made by \`npm run dataset:check -- --quality${checked.native ? ' --thorough' : ''}\` on ${date}, data set
version \`${version.slice(0, 12)}\`: ${seen.length} programs and stand-ins of ${all} samples,
${checked.passes} passes in shuffled order in the browser's sandbox${checked.native ? ' beside busy processors, and once under native CPython' : ''},
${checked.seconds.toFixed(0)} s.

The first column of figures was taken of the 180 samples of the original CodeSecEval data set, run as it was
published; the second is what the checker saw here.

| what                                                                 | original   | here |
| -------------------------------------------------------------------- | ---------- | ---- |
| samples whose references and tests agree                             | 154 of 180 | ${of(all - broken.size)} |
| insecure code that fails only for reasons other than security        | 39 %       | ${of(onlyFunctional.length)} |
| tests that force a message or value which the problem doesn't give   | 129 of 180 | ${of(forced.length)} |
| references called secure that can be exploited                       | 14 of 14 suspicious ones | ${of(exploited.length)} by the tests |

What a machine can't see is read by a second person, who writes fixes from the problem text alone, attacks
the references and the tests, and mends what is found; the record stands under \`reviewed:\` in each
sample.md. Read a second time: ${of(readTwice.size)}.

| kind                  | number |
| --------------------- | -----: |
| functional tests      | ${tests('functional')} |
| security tests        | ${tests('security')} |
| secure programs       | ${programs('secure')} |
| insecure programs     | ${programs('insecure')} |
| stand-ins that must fail (do nothing, raise, constants) | ${programs('stand-in')} |
`;
}

function hasViolation(sample: Sample, violations: readonly Violation[]): boolean {
  return violations.some(({ file }) => file.startsWith(`dataset/${sample.id}/`));
}

function outcomesOf(seen: readonly Seen[], sample: Sample, file: string): readonly TestOutcome[] {
  const found = seen.find(
    (each) => each.sample === sample && each.program.file === `dataset/${sample.id}/${file}`,
  );
  const first = found?.observations[0];
  return first?.kind === 'tested' ? first.outcomes : [];
}

const isFailed = ({ result }: TestOutcome): boolean =>
  ['failed', 'timeout', 'died'].includes(result.status);
