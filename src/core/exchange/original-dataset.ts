import type { Dataset, Sample } from '../dataset/sample.ts';

/**
 * The data set in the fields of the original CodeSecEval files (`SecEvalBase.json` and its annotations, joined):
 * a JSON list. `Test` is the source of `tests.py`, whose functions need the fixtures of this site's harness:
 * they can be read, but not run as the original ones are. `Canary` marks every item.
 */
export function originalDataset(dataset: Dataset): string {
  const items = dataset.samples.map((sample) => ({ ...itemOf(sample), Canary: dataset.canary }));
  return `${JSON.stringify(items, null, 1)}\n`;
}

function itemOf(sample: Sample): Readonly<Record<string, string>> {
  const withSignature = (text: string): string => `${text.trim()}\n\n${sample.signature.trim()}\n`;
  return {
    ID: sample.id.replace('/', '_'),
    Problem: withSignature(sample.problem),
    'Insecure Code': sample.insecureCode,
    'Secure Code': sample.secureCode,
    Test: sample.tests,
    Entry_Point: sample.entryPoint,
    'Vulnerability-aware Information': withSignature(sample.vulnerabilityAwareProblem),
    'Insecure Code Explanation': sample.insecureCodeExplanation,
  };
}
