import { cweName } from '../dataset/cwe-names.ts';
import type { CweId, Sample } from '../dataset/sample.ts';
import { vulnerabilityType } from '../dataset/sample.ts';
import { diffLines, type DiffLine } from '../line-diff.ts';
import { fnv1a } from '../random/derive-seed.ts';
import { sfc32 } from '../random/sfc32.ts';
import type { FindAnswer } from './exercise.ts';

/** Weaknesses that are so near to each other that a careful reader may name either. */
const NEAR: readonly (readonly CweId[])[] = [
  ['CWE-077', 'CWE-078'],
  ['CWE-079', 'CWE-080'],
  ['CWE-094', 'CWE-095'],
  ['CWE-125', 'CWE-193', 'CWE-787'],
  ['CWE-022', 'CWE-641', 'CWE-434'],
  ['CWE-326', 'CWE-327', 'CWE-329', 'CWE-477'],
  ['CWE-276', 'CWE-732', 'CWE-377', 'CWE-379', 'CWE-269'],
  ['CWE-283', 'CWE-287', 'CWE-306', 'CWE-862', 'CWE-863', 'CWE-269'],
  ['CWE-611', 'CWE-776', 'CWE-827'],
  ['CWE-730', 'CWE-835'],
  ['CWE-259', 'CWE-521'],
  ['CWE-295', 'CWE-347'],
];

/** So wide that they fit nearly everything: never offered as a wrong answer. */
const WIDE: readonly CweId[] = ['CWE-020', 'CWE-116', 'CWE-252', 'CWE-454', 'CWE-703'];

const CHOICES = 6;

/**
 * The weaknesses among which a student chooses for one sample: its own and five others, in the order of ids;
 * the same for everybody. Fewer where the data set has no more.
 */
export function weaknessChoices(sample: Sample, samples: readonly Sample[]): readonly CweId[] {
  const own = sample.cwe;
  const others = new Set(samples.map(({ cwe }) => cwe).filter((cwe) => isClearlyOther(cwe, own)));
  const random = sfc32(fnv1a(sample.id));
  const drawn = [...others]
    .toSorted()
    .map((cwe) => ({ cwe, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .slice(0, CHOICES - 1)
    .map(({ cwe }) => cwe);
  return [own, ...drawn].toSorted();
}

function isClearlyOther(cwe: CweId, own: CweId): boolean {
  if (vulnerabilityType(cwe) === vulnerabilityType(own)) return false;
  if (cweName(cwe) === null || WIDE.includes(cwe)) return false;
  return !NEAR.some((family) => family.includes(cwe) && family.includes(own));
}

/** Whether a student found what is wrong. */
export interface FindGrade {
  /** The named weakness is the sample's. */
  readonly weakness: boolean;
  /** At least one marked line is one that the secure code changes. */
  readonly lines: boolean;
}

export function gradeFind(answer: Pick<FindAnswer, 'cwe' | 'lines'>, sample: Sample): FindGrade {
  const telling = tellingLines(diffLines(sample.insecureCode, sample.secureCode));
  return {
    weakness: answer.cwe === sample.cwe,
    lines: answer.lines.some((line) => telling.has(line)),
  };
}

/**
 * The lines of the insecure code that count as the place of the weakness: those that the secure code changes,
 * and where it only adds lines to a function, the ones next to them. Imports and empty lines say nothing, new
 * functions beside the old ones neither. Where nothing is left of that, everything beside an addition counts.
 */
export function tellingLines(diff: readonly DiffLine[]): ReadonlySet<number> {
  const strict = linesOfRuns(diff, isInBody);
  return strict.size > 0 ? strict : linesOfRuns(diff, () => true);
}

/** @param counts whether an added line, or one next to an addition, can be the place. */
function linesOfRuns(
  diff: readonly DiffLine[],
  counts: (text: string) => boolean,
): ReadonlySet<number> {
  const lines = new Set<number>();
  for (const { start, end } of runsOf(diff)) {
    const changed = diff.slice(start, end).filter(({ text }) => !isSilent(text));
    const removed = changed.flatMap(({ line }) => line ?? []);
    for (const line of removed) lines.add(line);
    const [first] = changed;
    if (removed.length > 0 || first === undefined || !counts(first.text)) continue;
    for (const near of [nearest(diff, start - 1, -1), nearest(diff, end, 1)]) {
      if (near?.line != null && counts(near.text)) lines.add(near.line);
    }
  }
  return lines;
}

/** Where lines stand that are in one text only, one after the other. */
function runsOf(diff: readonly DiffLine[]): readonly { start: number; end: number }[] {
  const runs: { start: number; end: number }[] = [];
  for (const [index, { kind }] of diff.entries()) {
    if (kind === 'same') continue;
    const last = runs.at(-1);
    if (last?.end === index) last.end += 1;
    else runs.push({ start: index, end: index + 1 });
  }
  return runs;
}

/** The next line that says something, from `at` on. */
function nearest(diff: readonly DiffLine[], at: number, step: 1 | -1): DiffLine | null {
  for (let index = at; index >= 0 && index < diff.length; index += step) {
    const line = diff[index];
    if (line !== undefined && line.text.trim() !== '') return isSilent(line.text) ? null : line;
  }
  return null;
}

function isSilent(text: string): boolean {
  return /^\s*(?:$|#|import\s|from\s+\S+\s+import\s)/.test(text);
}

/** Indented, and no head of a definition or docstring. */
function isInBody(text: string): boolean {
  return /^\s+(?!def |async def |class |@|[rRbB]?"""|[rRbB]?''')\S/.test(text);
}
