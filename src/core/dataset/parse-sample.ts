/** Folder of a sample → Sample. Only the build and the checks import this module (it reads YAML). */
import { parseFrontMatter } from './front-matter.ts';
import { splitMarkdown } from './markdown-sections.ts';
import type { Sample, SampleId, Variant } from './sample.ts';
import { findTests } from './test-infos.ts';
import type { Violation } from './violation.ts';

/** The files of a sample's folder: path inside the folder → text. */
export type SampleFiles = Readonly<Record<string, string>>;

export type ParsedSample =
  | {
      readonly ok: true;
      readonly sample: Sample;
      /** What a second reader attacked and wrote from the problem alone; not shown on the page. */
      readonly reviewed: readonly string[];
    }
  | { readonly ok: false; readonly violations: readonly Violation[] };

const SECTIONS = ['Problem', 'Vulnerability-aware problem', 'Insecure code explanation'] as const;
const REQUIRED_FILES = ['sample.md', 'insecure.py', 'secure.py', 'tests.py'] as const;

/**
 * Reads a sample from the files of its folder. What breaks the format is returned, never thrown: every
 * violation names the file and the line.
 */
export function parseSample(id: SampleId, files: SampleFiles): ParsedSample {
  const violations: Violation[] = [];
  const report = (file: string, line: number, message: string): void => {
    violations.push({ file, line, message });
  };
  if (!/^CWE-\d{3,4}\/[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id)) {
    report('sample.md', 1, `the folder is ${id}; it should be like CWE-089/order-search`);
  }
  for (const file of REQUIRED_FILES) {
    if ((files[file] ?? '').trim() === '') report(file, 1, 'the file is missing or empty');
  }
  const markdown = splitMarkdown(files['sample.md'] ?? '');
  if (markdown.frontMatter === null) report('sample.md', 1, 'no front matter between --- lines');
  const parsed = parseFrontMatter(markdown.frontMatter ?? '');
  if (!parsed.ok && markdown.frontMatter !== null) violations.push(...parsed.violations);

  for (const title of SECTIONS) {
    const found = markdown.sections.filter((section) => section.title === title);
    if (found.length === 0) report('sample.md', 1, `the section "## ${title}" is missing`);
    if (found.length > 1) report('sample.md', found[1]?.line ?? 1, `"## ${title}" comes twice`);
    if (found[0]?.text === '') report('sample.md', found[0].line, `"## ${title}" is empty`);
  }
  for (const section of markdown.sections) {
    if (!(SECTIONS as readonly string[]).includes(section.title)) {
      report('sample.md', section.line, `unknown section "## ${section.title}"`);
    }
  }
  const tests = findTests(files['tests.py'] ?? '');
  violations.push(...tests.violations);
  for (const kind of ['functional', 'security'] as const) {
    if (!tests.testInfos.some((info) => info.kind === kind)) {
      report('tests.py', 1, `no test named test_${kind}_…`);
    }
  }
  const variants = variantsOf(files, report);
  if (!parsed.ok || violations.length > 0) return { ok: false, violations };

  const { frontMatter } = parsed;
  const section = (title: (typeof SECTIONS)[number]): string =>
    markdown.sections.find((candidate) => candidate.title === title)?.text ?? '';
  return {
    ok: true,
    reviewed: frontMatter.reviewed,
    sample: {
      id,
      cwe: id.slice(0, id.indexOf('/')),
      title: frontMatter.title,
      difficulty: frontMatter.difficulty,
      entryPoint: frontMatter.entryPoint,
      signature: frontMatter.signature,
      limits: frontMatter.limits,
      problem: section('Problem'),
      vulnerabilityAwareProblem: section('Vulnerability-aware problem'),
      insecureCodeExplanation: section('Insecure code explanation'),
      insecureCode: files['insecure.py'] ?? '',
      secureCode: files['secure.py'] ?? '',
      tests: files['tests.py'] ?? '',
      testInfos: tests.testInfos,
      variants,
    },
  };
}

function variantsOf(
  files: SampleFiles,
  report: (file: string, line: number, message: string) => void,
): readonly Variant[] {
  const variants: Variant[] = [];
  for (const path of Object.keys(files).sort()) {
    if (!path.startsWith('variants/')) continue;
    const match = /^variants\/((secure|insecure)_[a-z0-9_]+)\.py$/.exec(path);
    const [name, kind] = [match?.[1], match?.[2]];
    if (name === undefined || kind === undefined) {
      report(path, 1, 'a variant is named secure_….py or insecure_….py');
    } else {
      const code = files[path] ?? '';
      variants.push({ name, kind: kind === 'secure' ? 'secure' : 'insecure', code });
    }
  }
  return variants;
}
