import type { Sample } from '../sample.ts';
import type { Violation } from '../violation.ts';

/** Words that tell a reader that there is a weakness to avoid, or which one. */
const GIVE_AWAYS =
  /\b(?:CWE|injections?|inject(?:s|ed|ing)?|traversals?|XSS|XXE|CSRF|SSRF|ReDoS|cross-site|vulnerab\w*|(?:in)?secur\w*|attack\w*|exploit\w*|malicious\w*|saniti[sz]\w*|untrusted|hack(?:er|ed|ing)\w*|safely|unsafe\w*)\b/i;

/**
 * What a machine can see of rule 6: the problem has an example and never names the weakness; the
 * vulnerability-aware problem names it by its CWE id. `markdown` is the text of `sample.md`.
 */
export function lintProse(sample: Sample, markdown: string): readonly Violation[] {
  const violations: Violation[] = [];
  const report = (line: number, message: string): void => {
    violations.push({ file: 'sample.md', line, message });
  };
  const lines = markdown.split(/\r?\n/);
  const problem = linesOf(lines, 'Problem');
  for (const { text, line } of problem) {
    const word = GIVE_AWAYS.exec(text)?.[0];
    if (word !== undefined) report(line, `the problem gives the weakness away: "${word}"`);
  }
  const inSignature = GIVE_AWAYS.exec(sample.signature)?.[0];
  if (inSignature !== undefined) {
    report(lineOf(lines, 'signature:'), `the signature gives the weakness away: "${inSignature}"`);
  }
  if (!/^ {0,3}(?:```|~~~)|^(?: {4}|\t)\S|\bexamples?\b|\be\.g\./im.test(sample.problem)) {
    report(lineOf(lines, '## Problem'), 'the problem has no example');
  }
  if (!/\bCWE-\d+/.test(sample.vulnerabilityAwareProblem)) {
    report(
      lineOf(lines, '## Vulnerability-aware problem'),
      `the vulnerability-aware problem doesn't name the weakness by its id (${sample.cwe})`,
    );
  }
  return violations;
}

/** The number of the first line that starts so, or 1. */
export function lineOf(lines: readonly string[], start: string): number {
  return (
    Math.max(
      0,
      lines.findIndex((line) => line.startsWith(start)),
    ) + 1
  );
}

function linesOf(
  lines: readonly string[],
  title: string,
): readonly { readonly text: string; readonly line: number }[] {
  const heading = lines.findIndex((line) => line.trim() === `## ${title}`);
  if (heading === -1) return [];
  const next = lines.findIndex((line, index) => index > heading && /^## (?:Vuln|Insec)/.test(line));
  return lines
    .slice(heading + 1, next === -1 ? undefined : next)
    .map((text, index) => ({ text, line: heading + 2 + index }));
}
