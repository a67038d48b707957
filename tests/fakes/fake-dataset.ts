import { CANARY } from '../../src/core/dataset/canary.ts';
import type { Dataset, Difficulty, Sample } from '../../src/core/dataset/sample.ts';
import { DEFAULT_LIMITS } from '../../src/core/dataset/sample.ts';
import type { RunPlan } from '../../src/run/run.ts';

/** A sample whose code says what it is, for the fake sandbox. */
export function fakeSample(id: string, difficulty: Difficulty = 'easy'): Sample {
  const [cwe = id] = id.split('/');
  return {
    id,
    cwe,
    title: `Sample ${id}`,
    difficulty,
    entryPoint: 'solve',
    signature: 'def solve(text: str) -> str: ...',
    limits: DEFAULT_LIMITS,
    problem: 'Write `solve(text)`, which returns the text. For example, `solve("a")` is `"a"`.',
    vulnerabilityAwareProblem: 'Write `solve(text)`. Mind the weakness.',
    insecureCodeExplanation: 'The code is insecure.',
    insecureCode: 'def solve(text):\n    return text  # insecure\n',
    secureCode: 'def solve(text):\n    return text  # secure\n',
    tests:
      'def test_functional_echo(candidate):\n    """Echoes."""\n    assert candidate("a") == "a"\n',
    testInfos: [
      { name: 'test_functional_echo', kind: 'functional', doc: 'Echoes.' },
      { name: 'test_security_quote', kind: 'security', doc: 'Sends a quote.' },
    ],
    variants: [],
  };
}

export function fakeDataset(ids: readonly string[]): Dataset {
  return {
    format: 1,
    canary: CANARY,
    version: 'd'.repeat(64),
    samples: ids.map((id) => fakeSample(id)),
    errata: [],
  };
}

/** A plan over the whole data set with the seeded mix. */
export function fakePlan(dataset: Dataset, changes: Partial<RunPlan> = {}): RunPlan {
  return {
    task: 'generation',
    strategy: 'plain',
    model: { provider: 'reference', id: 'mix', title: 'Seeded mix' },
    sampleIds: dataset.samples.map((sample) => sample.id),
    attemptsPerSample: 2,
    temperature: 0,
    maxTokens: 1024,
    seed: 7,
    datasetVersion: dataset.version,
    ...changes,
  };
}
