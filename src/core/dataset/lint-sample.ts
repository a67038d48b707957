/** The rules of a sample (dataset/README.md) as far as a machine can see them without running anything. */
import { lintDemands } from './lint/demands.ts';
import { lintImports } from './lint/programs.ts';
import { lineOf, lintProse } from './lint/prose.ts';
import { lintTestCraft } from './lint/test-craft.ts';
import { readTestModule } from './lint/test-functions.ts';
import type { SampleFiles } from './parse-sample.ts';
import type { Sample } from './sample.ts';
import type { Violation } from './violation.ts';

/** How many other right and other wrong solutions a sample needs (rule 2). */
const MIN_VARIANTS = 2;

/**
 * The violations of a sample that could be read; none where all is well. Few false alarms are wanted: what
 * needs judgement is left to the second reader.
 *
 * @param reviewed what that reader recorded, as `parseSample` gives it.
 */
export function lintSample(
  sample: Sample,
  files: SampleFiles,
  reviewed: readonly string[],
): readonly Violation[] {
  const markdown = files['sample.md'] ?? '';
  const module = readTestModule(sample.tests);
  const programs = Object.entries(files).filter(([path]) => path.endsWith('.py'));
  const violations = [
    ...lintProse(sample, markdown),
    ...lintDemands(sample, module),
    ...lintTestCraft(module),
    ...programs.flatMap(([path, source]) => lintImports(path, source)),
  ];
  for (const kind of ['secure', 'insecure'] as const) {
    const count = sample.variants.filter((variant) => variant.kind === kind).length;
    if (count >= MIN_VARIANTS) continue;
    const message = `${count} of at least ${MIN_VARIANTS} files variants/${kind}_….py`;
    violations.push({ file: 'sample.md', line: 1, message });
  }
  if (reviewed.length === 0) {
    const line = lineOf(markdown.split(/\r?\n/), 'reviewed:');
    const message =
      'no record under reviewed: what was attacked, what was written from the problem';
    violations.push({ file: 'sample.md', line, message });
  }
  return violations.toSorted((a, b) =>
    a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line,
  );
}
