import { expect, test } from 'vitest';
import { originalDataset } from '../../../../src/core/exchange/original-dataset.ts';
import { fakeDataset } from '../../../fakes/fake-dataset.ts';

test('the data set has the fields of the original, and the canary in every item', () => {
  const dataset = fakeDataset(['CWE-022/menu']);
  const [sample] = dataset.samples;
  expect(JSON.parse(originalDataset(dataset))).toEqual([
    {
      ID: 'CWE-022_menu',
      Problem: `${sample?.problem}\n\ndef solve(text: str) -> str: ...\n`,
      'Insecure Code': sample?.insecureCode,
      'Secure Code': sample?.secureCode,
      Test: sample?.tests,
      Entry_Point: 'solve',
      'Vulnerability-aware Information': `${sample?.vulnerabilityAwareProblem}\n\ndef solve(text: str) -> str: ...\n`,
      'Insecure Code Explanation': 'The code is insecure.',
      Canary: dataset.canary,
    },
  ]);
});
