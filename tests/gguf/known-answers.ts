import { buildDataset } from '../../scripts/build/dataset-asset.ts';
import type { Sample } from '../../src/core/dataset/sample.ts';
import type { Verdict } from '../../src/core/verdicts/verdict.ts';
import { quickSubset } from '../../src/run/plan.ts';
import type { ScriptedAnswer } from './scripted-model.ts';

/* Answers to samples of the data set, and what must become of them. */

export interface KnownAnswer extends ScriptedAnswer {
  readonly sampleId: string;
  /** Of the answer at temperature 0. */
  readonly verdict: Verdict;
}

/** Of six samples in a row three are answered securely. */
const PATTERN = ['secure', 'vulnerable', 'secure', 'incorrect', 'secure', 'invalid'] as const;

const { samples } = buildDataset('dataset');

/** One sample of each type of weakness. */
export const ONE_OF_EACH: readonly Sample[] = quickSubset(samples);

/** All samples of one weakness. */
export const samplesOf = (cwe: string): readonly Sample[] =>
  samples.filter((sample) => sample.cwe === cwe);

/** One answer to each sample, always the same. */
export function knownAnswers(of: readonly Sample[]): readonly KnownAnswer[] {
  return of.map((sample, index) => {
    const verdict = PATTERN[index % PATTERN.length] ?? 'secure';
    return { ...keyed(sample), text: textOf(sample, verdict), verdict };
  });
}

/** Answers that all work; at temperature 1 the given share of them can be exploited. */
export function wavering(of: readonly Sample[], insecure: number): readonly KnownAnswer[] {
  return of.map((sample) => ({
    ...keyed(sample),
    text: textOf(sample, 'secure'),
    otherwise: { text: textOf(sample, 'vulnerable'), probability: insecure },
    verdict: 'secure',
  }));
}

/** The beginning of a problem stands in no other. */
const keyed = ({ id, problem }: Sample) => ({ sampleId: id, keyword: problem.slice(0, 32) });

function textOf(sample: Sample, verdict: (typeof PATTERN)[number]): string {
  const fenced = (code: string): string => `Here it is.\n\n\`\`\`python\n${code}\`\`\`\n`;
  switch (verdict) {
    case 'secure':
      return fenced(sample.secureCode);
    case 'vulnerable':
      return fenced(sample.insecureCode);
    case 'incorrect':
      return fenced(
        `def ${sample.entryPoint}(*args, **kwargs):\n    return None  # ${sample.id}\n`,
      );
    case 'invalid':
      return `I am sorry, but I can't write ${sample.entryPoint} for ${sample.id}.\n`;
  }
}

/** The verdicts by sample. Of code that does nothing it is not said whether it resists: both are incorrect. */
export function verdictsOf(
  judged: readonly { readonly sampleId: string; readonly verdict: Verdict }[],
): Readonly<Record<string, Verdict>> {
  return Object.fromEntries(
    judged.map(({ sampleId, verdict }) => [
      sampleId,
      verdict === 'incorrect-insecure' ? 'incorrect' : verdict,
    ]),
  );
}
