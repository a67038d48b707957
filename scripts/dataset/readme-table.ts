import { readFileSync, writeFileSync } from 'node:fs';
import type { Sample } from '../../src/core/dataset/sample.ts';
import { groupBy } from '../../src/core/group-by.ts';
import type { Violation } from './judge-programs.ts';

const README = 'dataset/README.md';
const BEGIN = '<!-- Made by npm run dataset:check -- --table -->';
const END = '<!-- end -->';

/** One row per CWE: samples, tests and programs, as the data set has them. */
function tableOf(samples: readonly Sample[]): string {
  const rows = [...groupBy(samples, (sample) => sample.id.split('/')[0] ?? '')]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([cwe, group]) => [cwe, ...countsOf(group)]);
  const all = ['all', ...countsOf(samples)];
  const lines = [
    [
      'CWE',
      'samples',
      'functional tests',
      'security tests',
      'secure programs',
      'insecure programs',
    ],
    ...rows,
    all,
  ].map((cells) => cells.map(String));
  const widths = (lines[0] ?? []).map((_, column) =>
    Math.max(...lines.map((cells) => cells[column]?.length ?? 0)),
  );
  const show = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`;
  const rule = `| ${widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  const [head = [], ...body] = lines;
  return [BEGIN, '', show(head), rule, ...body.map(show), '', END].join('\n');
}

function countsOf(samples: readonly Sample[]): number[] {
  const sum = (of: (sample: Sample) => number): number =>
    samples.reduce((total, sample) => total + of(sample), 0);
  const tests = (kind: string): number =>
    sum((sample) => sample.testInfos.filter((test) => test.kind === kind).length);
  const programs = (kind: string): number =>
    sum((sample) => 1 + sample.variants.filter((variant) => variant.kind === kind).length);
  return [
    samples.length,
    tests('functional'),
    tests('security'),
    programs('secure'),
    programs('insecure'),
  ];
}

/** The README with its table made anew. */
function withTable(samples: readonly Sample[]): {
  readonly before: string;
  readonly after: string;
} {
  const before = readFileSync(README, 'utf8');
  const [from, to] = [before.indexOf(BEGIN), before.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`${README} has no place for the table`);
  const after = before.slice(0, from) + tableOf(samples) + before.slice(to + END.length);
  return { before, after };
}

/** Writes the table of all samples into the data set's README. */
export function writeTable(samples: readonly Sample[]): void {
  writeFileSync(README, withTable(samples).after);
}

/** Whether the README's table is the one of these samples. */
export function tableViolations(samples: readonly Sample[]): Violation[] {
  const { before, after } = withTable(samples);
  if (before === after) return [];
  const line = before.slice(0, before.indexOf(BEGIN)).split('\n').length;
  const message = 'the table is not up to date: npm run dataset:check -- --table';
  return [{ file: README, line, message }];
}
